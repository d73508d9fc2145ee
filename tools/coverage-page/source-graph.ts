import { dirname, relative } from 'node:path';
import ts from 'typescript';

/** The project's sources as the compiler sees them, asked for what can be reached from where. */
export class SourceGraph {
  private readonly checker: ts.TypeChecker;
  private readonly program: ts.Program;
  private readonly referred = new Map<ts.Node, readonly ts.Declaration[]>();

  /** @param tsconfig - absolute path of the configuration whose folder is the project's root */
  constructor(private readonly tsconfig: string) {
    const { config } = ts.readConfigFile(tsconfig, ts.sys.readFile) as { config: object };
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, dirname(tsconfig));
    const roots = ['adapters/index.ts', 'resolvers/schema.ts'].map((path) => `${dirname(tsconfig)}/${path}`);
    this.program = ts.createProgram(roots, { ...options, noEmit: true });
    this.checker = this.program.getTypeChecker();
  }

  /** Sources below a folder of the project. */
  sources(folder: string): readonly ts.SourceFile[] {
    return this.program
      .getSourceFiles()
      .filter((source) => !source.isDeclarationFile && this.pathOf(source).startsWith(`${folder}/`));
  }

  pathOf(node: ts.Node): string {
    return relative(dirname(this.tsconfig), node.getSourceFile().fileName).replaceAll('\\', '/');
  }

  /** Names of the type that a literal object stands for, `Panel` for what is returned as one. */
  contextOf(literal: ts.ObjectLiteralExpression): string | undefined {
    const type = this.checker.getContextualType(literal);
    return type?.aliasSymbol?.name ?? type?.symbol?.name;
  }

  /**
   * Every declaration of the project that `start` uses, or that what it uses uses. `stop` ends the walk at a declaration,
   * which is among them, too.
   */
  reach(start: ts.Node, stop: (declaration: ts.Declaration) => boolean): ReadonlySet<ts.Declaration> {
    const reached = new Set<ts.Declaration>();
    const open: ts.Node[] = [start];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      for (const declaration of this.usedIn(node)) {
        if (reached.has(declaration)) continue;
        reached.add(declaration);
        if (!stop(declaration)) open.push(declaration);
      }
    }
    return reached;
  }

  private usedIn(node: ts.Node): readonly ts.Declaration[] {
    const known = this.referred.get(node);
    if (known !== undefined) return known;
    const found = new Set<ts.Declaration>();
    const visit = (inner: ts.Node): void => {
      // What is only a type runs nothing.
      if (ts.isTypeNode(inner) || ts.isImportDeclaration(inner)) return;
      if (ts.isIdentifier(inner) || ts.isPrivateIdentifier(inner))
        for (const declaration of this.declarationsOf(inner)) found.add(declaration);
      ts.forEachChild(inner, visit);
    };
    visit(node);
    // The name of a whole module leads nowhere: what is used of it has a name of its own.
    const declarations = [...found].filter(
      (declaration) => !ts.isSourceFile(declaration) && !declaration.getSourceFile().isDeclarationFile,
    );
    this.referred.set(node, declarations);
    return declarations;
  }

  private declarationsOf(name: ts.Identifier | ts.PrivateIdentifier): readonly ts.Declaration[] {
    const parent = name.parent;
    const own = ts.isShorthandPropertyAssignment(parent)
      ? this.checker.getShorthandAssignmentValueSymbol(parent)
      : this.checker.getSymbolAtLocation(name);
    if (own === undefined) return [];
    const symbol = own.flags & ts.SymbolFlags.Alias ? this.checker.getAliasedSymbol(own) : own;
    return symbol.declarations ?? [];
  }
}
