import type { AnyOperation } from '../operation/operation.js';
import type { Constraint, EnumValues, Shape, ShapeNotes } from '../operation/shape.js';

const KINDS: Readonly<Record<Shape['kind'], string>> = {
  int: '32-bit integer',
  int64: '64-bit integer',
  double: 'number',
  decimal: 'decimal number, as a text',
  boolean: 'boolean',
  string: 'string',
  dateTime: 'date and time',
  bytes: 'bytes in base64',
  any: 'any value',
  array: 'list',
  struct: 'object',
};

/** What a value has to look like, in words: `string of 1 to 64 characters`. Holds nothing but what a document says. */
export function shapeText(shape: Shape): string {
  switch (shape.kind) {
    case 'int':
    case 'int64':
      return `${KINDS[shape.kind]}${range(shape.min, shape.max, '')}${oneOf('values' in shape ? shape : {})}`;
    case 'string':
      return `${KINDS.string}${range(shape.minLength, shape.maxLength, ' characters')}${
        shape.pattern === undefined ? '' : ` that matches ${shape.pattern.source}`
      }${oneOf(shape)}`;
    case 'array':
      return `list of ${shapeText(shape.of as Shape)}`;
    default:
      return KINDS[shape.kind];
  }
}

function range(min: number | bigint | undefined, max: number | bigint | undefined, unit: string): string {
  if (min === undefined && max === undefined) return '';
  if (max === undefined) return ` of at least ${min}${unit}`;
  return min === undefined ? ` of at most ${max}${unit}` : ` of ${min} to ${max}${unit}`;
}

function oneOf({ values, open }: { values?: EnumValues<string> | EnumValues<number>; open?: true }): string {
  if (values === undefined || open === true) return '';
  return `, one of ${values.map(({ value }) => value).join(', ')}`;
}

/** What is known of a member or a parameter, for readers of a schema. */
export function describeShape(shape: Shape, panelName?: string): string {
  const notes: ShapeNotes = shape;
  const { values } = shape as { values?: EnumValues<string> | EnumValues<number> };
  const facts = [
    notes.unit === undefined ? null : `Unit: ${notes.unit}.`,
    notes.default === undefined ? null : `The panel’s default: ${JSON.stringify(notes.default)}.`,
    notes.since === undefined ? null : `Since ${notes.since}.`,
    notes.secret === true ? 'Secret: never logged, recorded or answered.' : null,
    notes.assumed === true ? 'Inferred: the vendor’s document does not print it.' : null,
    panelName === undefined ? null : `\`${panelName}\` on the panel.`,
  ].filter((fact) => fact !== null);
  const meanings = values?.map(({ value, meaning }) => `- \`${value}\`: ${meaning}`) ?? [];
  return [
    [notes.description, ...facts].filter((part) => part !== '').join(' '),
    ...limitsOf(shape),
    ...(meanings.length === 0 ? [] : [meanings.join('\n')]),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Bounds, lengths and patterns; values are told with their meanings. */
function limitsOf(shape: Shape): readonly string[] {
  if (shape.kind !== 'int' && shape.kind !== 'int64' && shape.kind !== 'string') return [];
  const { values: _, ...bare } = shape as { values?: unknown } & typeof shape;
  const limits = shapeText(bare);
  return limits === KINDS[shape.kind] ? [] : [`Takes a ${limits}.`];
}

/** A rule between members, in words. */
export function constraintText(constraint: Constraint): string {
  const sets = 'sets' in constraint ? constraint.sets : constraint.members.map((member) => [member]);
  const named = sets.map((set) => set.join(' with ')).join(', ');
  switch (constraint.rule) {
    case 'exactlyOneOf':
    case 'exactlyOneSet':
      return `Exactly one of: ${named}.`;
    case 'atLeastOneOf':
    case 'anySet':
      return `At least one of: ${named}.`;
    case 'atMostOneOf':
      return `At most one of: ${named}.`;
  }
}

/** What a method is and what calling it means, for readers of a schema. */
export function describeOperation(operation: AnyOperation, roles: readonly string[]): string {
  const { method, description, since, internal, callers, destructive, effect, notes, source } = operation;
  const facts = [
    effect === 'money' ? 'Moves money: it needs an idempotency key.' : null,
    destructive === true ? 'Loses data that no other call brings back.' : null,
    operation.success === 'claimed' ? 'Its answer does not prove that it was carried out.' : null,
    internal === true ? 'The vendor calls it internal.' : null,
    callers === 'reseller' ? 'The vendor lets resellers call it.' : null,
    notes ?? null,
  ].filter((fact) => fact !== null);
  const terms = [
    `\`${method}\`${since === undefined ? '' : ` since ${since}`}`,
    `needs ${roles.map((role) => `\`${role}\``).join(' and ')}`,
    source,
  ];
  return [description, facts.join(' '), `${terms.join('; ')}.`].filter((part) => part !== '').join('\n\n');
}
