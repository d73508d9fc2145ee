import type { z } from 'zod';
import type { Problem } from '../config/index.js';
import { toPath, toProblems } from '../config/problems.js';
import { isMap } from '../config/schema-walk.js';
import type { Shape } from '../operation/shape.js';
import { kindNotes, referenceNotes } from './shape-notes.js';

type Path = readonly PropertyKey[];

const SHORT_FORM = /^([A-Za-z_][\w.-]*)(\?)?$/;

/** Reads shapes as a file writes them, and the types that they refer to by name. */
export class ShapeBook {
  readonly problems: Problem[] = [];
  readonly #types: ReadonlyMap<string, unknown>;
  /** `undefined` for one that cannot be read, which has been told. */
  readonly #read = new Map<string, Shape | undefined>();
  readonly #open = new Set<string>();

  constructor(types: Readonly<Record<string, unknown>>) {
    this.#types = new Map(Object.entries(types));
    for (const name of this.#types.keys()) {
      if (Object.hasOwn(kindNotes, name)) this.tell(['types', name], 'is the name of a kind already');
      else this.#typeNamed(name, ['types', name]);
    }
  }

  tell(path: Path, message: string): void {
    this.problems.push({ path: toPath(path), message });
  }

  /** Holds a value against a schema, and tells what is wrong. */
  check<S extends z.ZodType>(schema: S, value: unknown, path: Path): z.output<S> | undefined {
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    for (const problem of toProblems(parsed.error.issues, schema, value)) {
      const dot = path.length === 0 || problem.path === '' || problem.path.startsWith('[') ? '' : '.';
      this.problems.push({ path: toPath(path) + dot + problem.path, message: problem.message });
    }
    return undefined;
  }

  /** @returns `undefined` where there is a problem, which has been told */
  read(text: unknown, path: Path): Shape | undefined {
    const map = typeof text === 'string' ? fromShortForm(text) : text;
    if (!isMap(map) || typeof map.type !== 'string') {
      this.tell(path, 'must be the name of a type, or a map with its type');
      return undefined;
    }
    const { type } = map;
    const schema = Object.hasOwn(kindNotes, type) ? kindNotes[type] : undefined;
    return schema === undefined ? this.#reference(type, map, path) : this.#ofKind(type, schema, map, path);
  }

  members(texts: Readonly<Record<string, unknown>>, path: Path): Record<string, Shape> {
    const shapes = Object.entries(texts).map(
      ([name, text]) => [name, this.read(text, [...path, name])] as const,
    );
    return Object.fromEntries(shapes.filter((entry): entry is [string, Shape] => entry[1] !== undefined));
  }

  #reference(type: string, map: Readonly<Record<string, unknown>>, path: Path): Shape | undefined {
    const notes = this.check(referenceNotes, map, path);
    const shape = this.#typeNamed(type, path);
    if (notes === undefined || shape === undefined) return undefined;
    const { type: _type, ...others } = notes;
    // Both parts have been checked; what the place says of itself wins.
    return Object.keys(others).length === 0 ? shape : ({ ...shape, ...others } as Shape);
  }

  #ofKind(kind: string, schema: z.ZodObject, map: unknown, path: Path): Shape | undefined {
    const notes = this.check(schema, map, path);
    if (notes === undefined) return undefined;
    const { type: _type, of, item, members, ...others } = notes;
    const base = { description: '', ...others, kind };
    // The schema of each kind has checked what belongs to that kind.
    if (kind === 'array') {
      const inner = this.read(of, [...path, 'of']);
      if (inner === undefined) return undefined;
      return { ...base, of: inner, ...(item === undefined ? {} : { itemName: item }) } as Shape;
    }
    if (kind !== 'struct') return base as unknown as Shape;
    return {
      ...base,
      members: this.members(members as Record<string, unknown>, [...path, 'members']),
    } as Shape;
  }

  #typeNamed(name: string, path: Path): Shape | undefined {
    if (this.#read.has(name)) return this.#read.get(name);
    if (!this.#types.has(name)) {
      this.tell(path, `has a type that is no kind, and that types does not have: ${name}`);
      return undefined;
    }
    if (this.#open.has(name)) {
      this.tell(path, 'refers back to the type that it is part of');
      return undefined;
    }
    this.#open.add(name);
    const shape = this.read(this.#types.get(name), ['types', name]);
    this.#open.delete(name);
    this.#read.set(name, shape);
    return shape;
  }
}

function fromShortForm(text: string): { type: string; optional?: true } | undefined {
  const [, type, mark] = SHORT_FORM.exec(text) ?? [];
  if (type === undefined) return undefined;
  return mark === undefined ? { type } : { type, optional: true };
}
