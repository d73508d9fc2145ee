import { registerEnumType } from 'type-graphql';

/**
 * Registers an enum of the graph.
 *
 * @param values - each name with what it means, for readers who know no panel
 * @returns what type-graphql takes as its type
 */
export function enumOf<N extends string>(
  name: string,
  description: string,
  values: Readonly<Record<N, string>>,
): Readonly<Record<N, N>> {
  const names = Object.keys(values) as N[];
  const members = Object.fromEntries(names.map((value) => [value, value])) as Record<N, N>;
  registerEnumType(members, {
    name,
    description,
    valuesConfig: Object.fromEntries(names.map((value) => [value, { description: values[value] }])) as {
      [K in N]: { description: string };
    },
  });
  return members;
}

export const OTHER =
  'A value that this graph does not name; the panel’s own word stands in the native field beside.';
