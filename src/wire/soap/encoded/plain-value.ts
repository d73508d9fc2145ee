import { Misfit } from '../../misfit.js';
import { type ElementTable, NONE } from './element-table.js';
import { SCALAR_TYPES } from './scalar-types.js';

/** Deeper values are mistakes; references make depth cheap to send. */
const MAX_NESTING = 64;
/** What toolkits call the members of an array. */
const ITEM = 'item';

/**
 * Reads a value that no shape describes: its text if it has no elements in it, a list where all of them are called
 * `item` or alike, else a record. Types that elements state are not looked at, so all that is no container is text.
 */
export function readPlain(table: ElementTable, row: number, nesting = 0): unknown {
  if (nesting > MAX_NESTING) throw new Misfit('values nested too deeply');
  const holder = table.valueOf(row);
  if (holder === NONE) return null;
  const members = [...table.children(holder)].map((child): [string, unknown] => [
    table.name(child),
    readPlain(table, child, nesting + 1),
  ]);
  const [first, ...others] = members;
  if (first === undefined) return table.text(holder);
  const isList = others.every(([name]) => name === first[0]) && (others.length > 0 || first[0] === ITEM);
  return isList ? members.map(([, value]) => value) : Object.fromEntries(members);
}

/**
 * Writes the element of a value that no shape describes, under the type that it has here: strings, booleans, 64-bit
 * integers, whole numbers of 32 bits, other numbers, bytes, and lists of them.
 */
export function plainElement(name: string, value: unknown, nesting = 0): string {
  if (nesting > MAX_NESTING) throw new Misfit('values nested too deeply');
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => plainElement(ITEM, item, nesting + 1));
    const type = `xsi:type="soapenc:Array" soapenc:arrayType="xsd:anyType[${items.length}]"`;
    return `<${name} ${type}>${items.join('')}</${name}>`;
  }
  if (value === null || value === undefined) return `<${name} xsi:nil="true"/>`;
  const type = typeOf(value);
  const text = type?.write(value);
  if (type === undefined || text === undefined) throw new Misfit('no value that can be sent without a shape');
  return `<${name} xsi:type="${type.xsiType}">${text}</${name}>`;
}

function typeOf(value: unknown) {
  switch (typeof value) {
    case 'string':
      return SCALAR_TYPES.string;
    case 'boolean':
      return SCALAR_TYPES.boolean;
    case 'bigint':
      return SCALAR_TYPES.int64;
    case 'number':
      return (value | 0) === value ? SCALAR_TYPES.int : SCALAR_TYPES.double;
    default:
      return value instanceof Uint8Array ? SCALAR_TYPES.bytes : undefined;
  }
}
