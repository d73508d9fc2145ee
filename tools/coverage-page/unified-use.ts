import ts from 'typescript';
import type { AnyOperation } from '../../src/operation/operation.js';
import type { SourceGraph } from './source-graph.js';

/** Fields of the unified graph by the method that they can lead to. */
export type UnifiedUse = ReadonlyMap<string, readonly string[]>;

/**
 * Finds out which fields of the unified graph can lead to which methods of a kind, from the sources themselves: from
 * resolvers to members of the port, from these to descriptors. What the code cannot reach is not in it.
 *
 * @param methodOf - the method of the descriptor that a module of the project exports under a name
 */
export function unifiedUse(
  graph: SourceGraph,
  kind: string,
  fields: ReadonlyMap<string, ReadonlySet<string>>,
  methodOf: (path: string, name: string) => AnyOperation['method'] | undefined,
): UnifiedUse {
  const uses = new Map<string, Set<string>>();
  const descriptorIn = (declaration: ts.Declaration): string | undefined => {
    const path = graph.pathOf(declaration);
    return ts.isVariableDeclaration(declaration) && path.startsWith(`adapters/${kind}/operations/`)
      ? methodOf(path, declaration.name.getText())
      : undefined;
  };
  const isEnd = (declaration: ts.Declaration): boolean =>
    !graph.pathOf(declaration).startsWith(`adapters/${kind}/`) || descriptorIn(declaration) !== undefined;
  for (const { names, body } of portMembers(graph, kind, fields)) {
    for (const declaration of graph.reach(body, isEnd)) {
      const method = descriptorIn(declaration);
      if (method === undefined) continue;
      const known = uses.get(method) ?? new Set<string>();
      for (const name of names) known.add(name);
      uses.set(method, known);
    }
  }
  return new Map([...uses].map(([method, names]) => [method, [...names].sort()]));
}

interface PortMember {
  readonly names: readonly string[];
  readonly body: ts.Node;
}

/** What a kind's adapter gives for the members of the port, with the fields that ask for them. */
function portMembers(
  graph: SourceGraph,
  kind: string,
  fields: ReadonlyMap<string, ReadonlySet<string>>,
): readonly PortMember[] {
  const members: PortMember[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node))
      members.push(...membersOf(node.properties, graph.contextOf(node), fields));
    if (ts.isClassDeclaration(node)) {
      for (const context of implementedBy(node)) members.push(...membersOf(node.members, context, fields));
    }
    ts.forEachChild(node, visit);
  };
  for (const source of graph.sources(`adapters/${kind}`)) visit(source);
  return members;
}

/** Names of the types that a class says to be of. */
const implementedBy = ({ heritageClauses }: ts.ClassDeclaration): readonly string[] =>
  [...(heritageClauses ?? [])]
    .filter(({ token }) => token === ts.SyntaxKind.ImplementsKeyword)
    .flatMap(({ types }) => types.map(({ expression }) => expression.getText()));

function membersOf(
  members: readonly (ts.ObjectLiteralElementLike | ts.ClassElement)[],
  context: string | undefined,
  fields: ReadonlyMap<string, ReadonlySet<string>>,
): readonly PortMember[] {
  const named = NAMES[context ?? ''];
  if (named === undefined) return [];
  return members.flatMap((member) => {
    const name = member.name?.getText();
    return name === undefined ? [] : [{ names: named(name, fields), body: member }];
  });
}

/** How the members of each of the port's types are known in the graph. */
const NAMES: Readonly<
  Record<string, (name: string, fields: ReadonlyMap<string, ReadonlySet<string>>) => readonly string[]>
> = {
  Panel: (name, fields) => [...(fields.get(name) ?? [])],
  Finders: (type) => [`${type} by id`],
  Details: (type) => [`${type}’s details`],
  PanelWrites: (mutation) => [mutation],
};

/** Fields of the unified graph by the member of the port that their resolvers ask. */
export function fieldsByPortMember(graph: SourceGraph): ReadonlyMap<string, ReadonlySet<string>> {
  const fields = new Map<string, Set<string>>();
  const isPort = (declaration: ts.Declaration): boolean =>
    graph.pathOf(declaration) === 'src/model/panel.ts' || !graph.pathOf(declaration).startsWith('resolvers/');
  const visit = (node: ts.Node): void => {
    const field = ts.isMethodDeclaration(node) ? fieldOf(node) : undefined;
    if (field !== undefined) {
      for (const declaration of graph.reach(node, isPort)) {
        if (graph.pathOf(declaration) !== 'src/model/panel.ts') continue;
        if (!ts.isMethodSignature(declaration)) continue;
        const member = declaration.name.getText();
        fields.set(member, (fields.get(member) ?? new Set<string>()).add(field));
      }
    }
    ts.forEachChild(node, visit);
  };
  for (const source of graph.sources('resolvers')) visit(source);
  return fields;
}

/** `account` for a method under `@Query`, `Account.contact` for one under `@FieldResolver`. */
function fieldOf(method: ts.MethodDeclaration): string | undefined {
  const name = method.name.getText();
  const decorators = (ts.getDecorators(method) ?? []).map(({ expression }) => expression.getText());
  if (decorators.some((text) => /^(Query|Mutation)\(/.test(text))) return name;
  if (!decorators.some((text) => text.startsWith('FieldResolver('))) return undefined;
  const owner = ts.isClassDeclaration(method.parent) ? (ts.getDecorators(method.parent) ?? []) : [];
  const type = /Resolver\(\(\) => (\w+?)(?:Type)?\)/.exec(owner[0]?.expression.getText() ?? '')?.[1];
  return type === undefined ? undefined : `${type}.${name}`;
}
