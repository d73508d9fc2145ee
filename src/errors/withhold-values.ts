import { type GraphQLError, Kind } from 'graphql';

/**
 * What graphql-js says of a request that it refuses, without the literals and variables that it quotes: they may be
 * passwords. The type that was expected stays, and the shape of what came. Scalars of the schema state their rule
 * and quote nothing, so their words stay too.
 *
 * @param because - the rule of ours that a value broke, which is told after graphql-js's words
 */
export function withholdValues(error: GraphQLError, because?: string): string {
  const { message, nodes = [] } = error;
  if (message.startsWith('Syntax Error: ')) return withholdTokens(message);
  const [node] = nodes;
  if (node?.kind === Kind.VARIABLE_DEFINITION) return describeVariable(error, because);
  const found = node === undefined || nodes.length > 1 ? undefined : LITERALS[node.kind];
  if (found !== undefined) return describeLiteral(message, found, because);
  // The one message with a name that is not of the document: it comes beside it, and can be any text.
  return message.startsWith('Unknown operation named ')
    ? 'The document has no operation of that name.'
    : message;
}

/** What lexer and parser found stands in quotes at the end: `Expected Name, found String "…".` */
const withholdTokens = (message: string): string =>
  message
    .replace(/\b(Name|Int|Float|String|BlockString|Comment) ".*$/s, '$1.')
    .replace(/(escape sequence): ".*$/s, '$1.');

const LITERALS: Readonly<Record<string, string>> = {
  [Kind.INT]: 'a whole number',
  [Kind.FLOAT]: 'a number',
  [Kind.STRING]: 'a string',
  [Kind.BOOLEAN]: 'a boolean',
  [Kind.NULL]: 'null',
  [Kind.ENUM]: 'a name',
  [Kind.LIST]: 'a list',
  [Kind.OBJECT]: 'an object',
};

function describeLiteral(message: string, found: string, because: string | undefined): string {
  const argument = /^Argument "(\w+)" has invalid value /.exec(message)?.[1];
  if (argument !== undefined) return `Argument "${argument}" has an invalid value: ${found}.`;
  const expected = expectedType(message);
  return expected === undefined
    ? message
    : `Expected value of type "${expected}", found ${found}${reason(message, because)}`;
}

/** `Variable "$input" got invalid value "…" at "input.password"; String cannot represent …` */
const INVALID_VARIABLE = /^Variable "\$(\w+)" got invalid value (.)/s;
const PLACE = / at "(\w+(?:\.\w+|\[\d+\])+)"; $/;

function describeVariable({ message, originalError }: GraphQLError, because: string | undefined): string {
  const [, name, first = ''] = INVALID_VARIABLE.exec(message) ?? [];
  // The others say that a variable is missing or null, and hold its name and type only.
  if (name === undefined) return message;
  // The end, which graphql-js took from this error, is known; so is the place, which stands right before it.
  const end = originalError?.message ?? '';
  const place = PLACE.exec(message.slice(0, message.length - end.length))?.[1];
  const says = `Variable "$${name}" got invalid value${place === undefined ? '' : ` at "${place}"`}`;
  if (isAboutFields(end)) return `${says}: ${end}`;
  const expected = expectedType(end);
  return expected === undefined
    ? `${says}: ${because ?? end}`
    : `${says}: expected ${expected}, got ${shapeOf(first)}${reason(end, because)}`;
}

/** By the first character of the value as graphql-js prints it. */
function shapeOf(first: string): string {
  switch (first) {
    case '"':
      return 'string';
    case '{':
      return 'object';
    case '[':
      return 'list';
    case 't':
    case 'f':
      return 'boolean';
    case 'n':
      return 'null';
    default:
      return 'number';
  }
}

/** Words that name fields and types and hold no value. */
const ABOUT_FIELDS: readonly RegExp[] = [
  /^Field "\w+" of required type "[\w![\]]+" was not provided\.$/,
  // A key of a variable can be any text; only one that could be a field is repeated.
  /^Field "\w{1,64}" is not defined by type "\w+"\.(?: Did you mean [\w", ]+\?)?$/,
  /^Field "\w{1,64}" must be non-null\.$/,
  /^Exactly one key must be specified for OneOf type "\w+"\.$/,
];

const isAboutFields = (message: string): boolean => ABOUT_FIELDS.some((pattern) => pattern.test(message));

const TYPE_PATTERNS: readonly RegExp[] = [
  /^Expected (?:value of |non-nullable )?type "([\w![\]]+)"/,
  /^Enum "(\w+)" cannot represent /,
  /^(\w+) cannot represent /,
  /^Value ".*" does not exist in "(\w+)" enum\./s,
  /^Field ".*" is not defined by type "(\w+)"\./s,
];

const expectedType = (message: string): string | undefined =>
  TYPE_PATTERNS.map((pattern) => pattern.exec(message)?.[1]).find((type) => type !== undefined);

/** Why a value of the right shape was refused, where that can be said without it. */
function reason(message: string, because: string | undefined): string {
  if (because !== undefined) return `: ${because}`;
  if (message.startsWith('Int cannot represent non 32-bit')) return ' beyond 32 bits.';
  const suggestion = /" enum\. (Did you mean the enum values? [\w", ]+\?)$/.exec(message)?.[1];
  return suggestion === undefined ? '.' : `. ${suggestion}`;
}
