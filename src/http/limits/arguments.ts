import {
  type DirectiveNode,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type ValueNode,
  valueFromASTUntyped,
} from 'graphql';
import { DEFAULT_FIRST } from '../../model/index.js';
import type { CostInputs } from './cost-plan.js';

type Read<T> = (inputs: CostInputs) => T;

export const argumentOf = (field: FieldNode, name: string): ValueNode | undefined =>
  field.arguments?.find((argument) => argument.name.value === name)?.value;

/**
 * Values that variables have where a request leaves them out. Variables are read as they came: one that does not fit
 * its type is refused before anything is asked, whatever it would have cost.
 */
export function defaultsOf({ variableDefinitions = [] }: OperationDefinitionNode): Record<string, unknown> {
  return Object.fromEntries(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue === undefined ? [] : [[variable.name.value, valueFromASTUntyped(defaultValue)]],
    ),
  );
}

function reader(value: ValueNode): Read<unknown> {
  if (hasVariable(value)) return ({ variables }) => valueFromASTUntyped(value, variables);
  const fixed = valueFromASTUntyped(value);
  return () => fixed;
}

function hasVariable(value: ValueNode): boolean {
  if (value.kind === Kind.LIST) return value.values.some(hasVariable);
  if (value.kind === Kind.OBJECT) return value.fields.some((field) => hasVariable(field.value));
  return value.kind === Kind.VARIABLE;
}

/** Length of a page. */
export function firstReader(value: ValueNode | undefined): Read<number> {
  if (value === undefined) return () => DEFAULT_FIRST;
  const read = reader(value);
  return (inputs) => {
    const first = read(inputs);
    return typeof first === 'number' ? first : DEFAULT_FIRST;
  };
}

/** Entries of a list argument, one in place of a list of one included; `null` where there is no list. */
export function listReader(value: ValueNode | undefined): Read<readonly unknown[] | null> {
  if (value === undefined) return () => null;
  const read = reader(value);
  return (inputs) => toList(read(inputs));
}

/** The same for a list that is a member of an input. */
export function memberReader(value: ValueNode, member: string): Read<readonly unknown[] | null> {
  const read = reader(value);
  return (inputs) => {
    const input = read(inputs);
    // Its members have not been looked at yet.
    return typeof input === 'object' && input !== null
      ? toList((input as Record<string, unknown>)[member])
      : null;
  };
}

function toList(entries: unknown): readonly unknown[] | null {
  if (entries === undefined || entries === null) return null;
  return Array.isArray(entries) ? entries : [entries];
}

/** What `@skip` and `@include` of a selection say; `true` where they say nothing, `false` where it is never made. */
export function conditionOf({ directives = [] }: SelectionNode): boolean | Read<boolean> {
  const conditions = directives.flatMap(toCondition);
  if (conditions.includes(false)) return false;
  const open = conditions.filter((condition) => typeof condition === 'function');
  return open.length === 0 || ((inputs) => open.every((condition) => condition(inputs)));
}

function toCondition({ name, arguments: args = [] }: DirectiveNode): Array<boolean | Read<boolean>> {
  const value = args.find((argument) => argument.name.value === 'if')?.value;
  if (value === undefined || (name.value !== 'skip' && name.value !== 'include')) return [];
  const wanted = name.value === 'include';
  if (value.kind === Kind.BOOLEAN) return [value.value === wanted];
  const read = reader(value);
  return [(inputs) => read(inputs) === wanted];
}
