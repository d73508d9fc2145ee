import { getNamedType, isListType, isObjectType } from 'graphql';
import type { RestAnswer } from './operation.js';
import type { Complain } from './problems.js';
import { type SelectedField, type SelectionScope, selectedFields } from './selected-fields.js';

/** Without these a refusal would look like a success, and nobody could ask what became of a change. */
const PLUMBING = ['userErrors', 'idempotencyKey'];
const TOLD_OF_REFUSALS = ['code', 'message', 'field'];

/** What is answered of a mutation's payload. */
export function readPayload(
  scope: SelectionScope,
  { name, node, field }: SelectedField,
  complain: Complain,
): RestAnswer | null {
  const type = getNamedType(field.type);
  const set = node.selectionSet;
  if (!isObjectType(type) || set === undefined) return null;
  const fields = selectedFields(scope, type, set);
  if (
    !PLUMBING.every((plumbing) => fields.some((selected) => selected.name === plumbing)) ||
    !tellsRefusals(scope, fields)
  ) {
    complain(
      'The payload must have userErrors { code message field } and idempotencyKey, under these names.',
    );
  }
  const own = fields.filter((selected) => !PLUMBING.includes(selected.name));
  const members = [...new Set(own.map((selected) => selected.name))];
  const nodes = own.flatMap((selected) => {
    const named = getNamedType(selected.field.type);
    const isNode =
      isObjectType(named) && named.getInterfaces().some((implemented) => implemented.name === 'Node');
    return isNode
      ? [{ member: selected.name, typeName: named.name, isList: isListType(selected.field.type) }]
      : [];
  });
  const [first] = nodes;
  const unwrapped = members.length === 1 && first !== undefined && !first.isList ? first.member : null;
  return {
    shape: 'payload',
    path: [name],
    type: field.type,
    selections: [set],
    fragments: scope.fragments,
    typeName: unwrapped === null ? null : (first?.typeName ?? null),
    payload: { members, unwrapped, nodes: nodes.map(({ member, typeName }) => ({ member, typeName })) },
  };
}

function tellsRefusals(scope: SelectionScope, fields: readonly SelectedField[]): boolean {
  const told = fields
    .filter(({ name }) => name === 'userErrors')
    .flatMap(({ node, field }) => {
      const type = getNamedType(field.type);
      return isObjectType(type) && node.selectionSet ? selectedFields(scope, type, node.selectionSet) : [];
    });
  return TOLD_OF_REFUSALS.every((name) => told.some((field) => field.name === name));
}
