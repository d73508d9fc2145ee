import {
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
  valueFromAST,
} from 'graphql';
import type { RestBody, RestMember, RestParameter, RestRoute, RestTarget } from './operation.js';
import type { Complain } from './problems.js';
import type { RestArguments } from './rest-directive.js';

const PATH = /^(?:\/(?:[a-z0-9][a-z0-9._~-]*|\{[A-Za-z]\w*\}))+$/;
const BINDING = /^([A-Za-z]\w*)=([A-Za-z]\w*)(?:\.([A-Za-z]\w*))?$/;
/** The member by which inputs of the graph take an `Idempotency-Key`. */
const KEY_MEMBER = 'idempotencyKey';

/** Names in the braces of a path template. */
export const pathNames = (path: string): string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);

type Inputs = Pick<RestRoute, 'parameters' | 'body' | 'key'>;

/**
 * Says where each variable of an operation comes from: a name in the path or one that `bind` gives fills what it is
 * bound to, else the variable of its name. What is left comes from the query string of a GET; of a change, from its
 * JSON body: the members of the input, or the variables where no variable is an input.
 */
export function readInputs(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  { method, path, bind }: RestArguments,
  complain: Complain,
): Inputs {
  const variables = variablesOf(schema, operation);
  const bindings = readBindings(bind, complain);
  const names = readPath(path, complain);
  const bound = [...new Set([...names, ...bindings.keys()])].flatMap((name): RestParameter[] => {
    const target = bindings.get(name) ?? { variable: name, member: null };
    const place = memberAt(variables, target);
    if (place === undefined) {
      complain(`{${name}} fills nothing: there is no ${describe(target)}; bind can name another place.`);
      return [];
    }
    return [toParameter(name, names.has(name) ? 'path' : 'query', target, place)];
  });
  const taken = (target: RestTarget): boolean =>
    bound.some(
      ({ target: { variable, member } }) =>
        variable === target.variable && (member === null || member === target.member),
    );
  const open = variables.filter(({ name }) => !taken({ variable: name, member: null }));
  const inputs = { ...(method === 'GET' ? fromQuery(open) : fromBody(open, taken, complain)) };
  const parameters = [...bound, ...inputs.parameters];
  for (const parameter of parameters) checkParameter(parameter, complain);
  return { ...inputs, parameters };
}

function readPath(path: string, complain: Complain): ReadonlySet<string> {
  if (!PATH.test(path)) complain('path must have the form /accounts/{id}/subscriptions, in lower case.');
  const names = pathNames(path);
  if (new Set(names).size < names.length) complain('path has a name twice.');
  return new Set(names);
}

function readBindings(bind: readonly string[], complain: Complain): ReadonlyMap<string, RestTarget> {
  return new Map(
    bind.flatMap((text): Array<[string, RestTarget]> => {
      const [, name, variable, member = null] = BINDING.exec(text) ?? [];
      if (name !== undefined && variable !== undefined) return [[name, { variable, member }]];
      complain('An entry of bind must have the form name=variable or name=variable.member.');
      return [];
    }),
  );
}

function variablesOf(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
): RestMember[] {
  return variableDefinitions.flatMap(({ variable, type: node, defaultValue }) => {
    const type = typeFromAST(schema, node);
    // Validation has found every type, and each to be one of inputs.
    if (!isInputType(type)) return [];
    const value = defaultValue === undefined ? undefined : valueFromAST(defaultValue, type);
    const required = isNonNullType(type) && value === undefined;
    return [{ name: variable.name.value, type, required, defaultValue: value, description: null }];
  });
}

function membersOf(type: GraphQLInputType): RestMember[] {
  const input = getNullableType(type);
  if (!isInputObjectType(input)) return [];
  return Object.values(input.getFields()).map(({ name, type: of, defaultValue, description }) => ({
    name,
    type: of,
    required: isNonNullType(of) && defaultValue === undefined,
    defaultValue,
    description: description ?? null,
  }));
}

function memberAt(
  variables: readonly RestMember[],
  { variable, member }: RestTarget,
): RestMember | undefined {
  const found = variables.find(({ name }) => name === variable);
  if (found === undefined || member === null) return found;
  return membersOf(found.type).find(({ name }) => name === member);
}

const toParameter = (
  name: string,
  where: RestParameter['in'],
  target: RestTarget,
  { type, required, defaultValue, description }: RestMember,
): RestParameter => ({ name, in: where, target, type, required, defaultValue, description });

const fromQuery = (open: readonly RestMember[]): Inputs => ({
  parameters: open.map((variable) =>
    toParameter(variable.name, 'query', { variable: variable.name, member: null }, variable),
  ),
  body: null,
  key: null,
});

function fromBody(
  open: readonly RestMember[],
  taken: (target: RestTarget) => boolean,
  complain: Complain,
): Inputs {
  const [input, ...others] = open.filter(({ type }) => isInputObjectType(getNullableType(type)));
  if (input === undefined) return fromVariables(open);
  const unfilled = [...others, ...open.filter(({ type }) => !isInputObjectType(getNullableType(type)))];
  for (const { name } of unfilled) {
    complain(`Nothing fills $${name}: the body is $${input.name}. bind can make it a query parameter.`);
  }
  const all = membersOf(input.type);
  const members = all.filter(
    ({ name }) => name !== KEY_MEMBER && !taken({ variable: input.name, member: name }),
  );
  return {
    parameters: [],
    body: toBody(input.name, members),
    key: all.some(({ name }) => name === KEY_MEMBER) ? { variable: input.name, member: KEY_MEMBER } : null,
  };
}

function fromVariables(open: readonly RestMember[]): Inputs {
  const members = open.filter(({ name }) => name !== KEY_MEMBER);
  return {
    parameters: [],
    body: members.length === 0 ? null : toBody(null, members),
    key: members.length < open.length ? { variable: KEY_MEMBER, member: null } : null,
  };
}

const toBody = (variable: string | null, members: readonly RestMember[]): RestBody => ({
  variable,
  members,
  required: members.some(({ required }) => required),
});

/** A path and a query string hold texts: no objects, and in a path no lists. */
function checkParameter({ name, in: where, type }: RestParameter, complain: Complain): void {
  if (isInputObjectType(getNamedType(type)))
    complain(`Nothing can fill ${name}: it is an object, and a ${where} holds texts.`);
  else if (where === 'path' && isListType(getNullableType(type)))
    complain(`{${name}} is a list, and a path holds one text.`);
}

const describe = ({ variable, member }: RestTarget): string =>
  member === null ? `variable $${variable}` : `member ${member} of $${variable}`;
