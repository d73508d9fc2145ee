import type { WireError } from '../../wire-error.js';
import type { ContainerNode, Place, RecordNode } from './shape-node.js';

export type Output = Record<string, unknown>;

/** A container that is open. */
export interface Frame {
  readonly place: Place;
  readonly node: ContainerNode;
  /** What its children's values go into; a stage has that of the DataSet around it. */
  readonly output: Output | unknown[];
  /** Why it cannot be read, where that costs no more than itself. */
  misfit: WireError | undefined;
  /** The last member that the shape names. */
  last: string;
  /** Text that stands beside members, of a record that may be nothing but text. */
  text: string;
}

export const frameOf = (place: Place, node: ContainerNode, output: Frame['output']): Frame => ({
  place,
  node,
  output,
  misfit: undefined,
  last: '',
  text: '',
});

export function recordOf({ blank, tables }: RecordNode): Output {
  const output: Output = { ...blank };
  for (const table of tables) output[table] = [];
  return output;
}

/** What an element that opens is read into. */
export function outputOf(node: ContainerNode, around: Frame['output']): Frame['output'] {
  switch (node.kind) {
    case 'record':
      return recordOf(node);
    case 'list':
      return [];
    case 'stage':
      return around;
  }
}
