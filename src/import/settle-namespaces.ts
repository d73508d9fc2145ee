import type { ShapeMap } from '../mounted/descriptor-text.js';
import type { MethodDraft } from './method-draft.js';

/**
 * Leaves out of the shapes the namespaces that follow from the element around them. Where all elements below the
 * methods are in one namespace, which is nearly everywhere, at most the outermost of them have to name it.
 *
 * @param types - of the file, changed in place
 * @returns the methods, with the shapes that are left
 */
export function settleNamespaces(
  drafts: readonly MethodDraft[],
  types: Map<string, ShapeMap>,
): readonly MethodDraft[] {
  const found = new Set<string>();
  const note = (shape: ShapeMap): void => {
    if (typeof shape.namespace === 'string') found.add(shape.namespace);
  };
  for (const shape of types.values()) walk(shape, note);
  for (const draft of drafts) for (const shape of shapesOf(draft)) walk(shape, note);
  const [only] = found;
  if (only === undefined || found.size > 1) return drafts;

  for (const [name, shape] of types) types.set(name, without(shape));
  return drafts.map((draft) => {
    const isOwn = draft.namespace === only;
    const outermost = (shape: ShapeMap): ShapeMap =>
      isOwn ? without(shape) : { ...without(shape), namespace: only };
    return { ...draft, params: mapValues(draft.params, outermost), result: settledResult(draft, outermost) };
  });
}

function settledResult(
  { result, resultElement }: MethodDraft,
  outermost: (shape: ShapeMap) => ShapeMap,
): ShapeMap | null {
  if (result === null || resultElement !== null) return result === null ? null : outermost(result);
  return { ...result, members: mapValues(membersOf(result), outermost) };
}

const shapesOf = ({ params, result }: MethodDraft): ShapeMap[] => [
  ...Object.values(params),
  ...(result === null ? [] : [result]),
];

/** Members are shapes, which the form of a file does not tell. */
const membersOf = (shape: ShapeMap): Record<string, ShapeMap> =>
  (shape.members ?? {}) as Record<string, ShapeMap>;

const itemOf = (shape: ShapeMap): ShapeMap | undefined =>
  typeof shape.of === 'object' && shape.of !== null ? (shape.of as ShapeMap) : undefined;

function walk(shape: ShapeMap, visit: (shape: ShapeMap) => void): void {
  visit(shape);
  const item = itemOf(shape);
  if (item !== undefined) walk(item, visit);
  for (const member of Object.values(membersOf(shape))) if (typeof member === 'object') walk(member, visit);
}

function without(shape: ShapeMap): ShapeMap {
  const { namespace: _namespace, ...others } = shape;
  const item = itemOf(shape);
  if (item !== undefined) others.of = without(item);
  if (shape.members !== undefined) {
    others.members = mapValues(membersOf(shape), (member) =>
      typeof member === 'object' ? without(member) : member,
    );
  }
  // Taking a note away leaves a shape.
  return others as ShapeMap;
}

const mapValues = <A, B>(record: Readonly<Record<string, A>>, change: (value: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
