import type { OutputOf } from '../../../operation/infer.js';
import { isKey, isOptional, type Members, type Shape, type StructShape } from '../../../operation/shape.js';
import { located, Misfit } from '../../misfit.js';
import type { EncodedReply } from './decode.js';
import { type ElementTable, NONE } from './element-table.js';
import { readPlain } from './plain-value.js';
import { scalarTypeOf } from './scalar-types.js';

/** Reads the value of a row that holds one; `null` where it stands for nothing. */
type RowReader = (table: ElementTable, row: number) => unknown;

/** What an operation with the result `R` answers. */
type Answer<R> = R extends { readonly optional: true } ? OutputOf<R> | null : OutputOf<R>;

export interface ReaderSettings {
  /** The result is all that the response holds: a bean of several values. Default false: its first child. */
  readonly whole?: boolean;
}

/**
 * Makes, once, what turns a decoded answer into the result of an operation: the first child of the response,
 * whatever its name.
 *
 * Reads as Axis needs it: members of beans by name, those of arrays by place, whatever they are called; nil as
 * `null` and, where a list is wanted, as `[]`; a number or a truth value without text as nil. Members that the
 * shape does not name are ignored, `secret` ones dropped.
 *
 * @param result - `null`: whatever came is read as `null`
 * @returns a function that throws {@link WireError} where a value does not fit, or a result that is not `optional`
 *   or a `key` member is not there, with the member's path and without the value. In a list that is read row by row
 *   such a row is the error itself
 * @throws {@link TypeError} for shapes that cannot be read
 * @see Simple Object Access Protocol (SOAP) 1.1, sections 5 and 7.1
 */
export function compileReader<R extends Shape | null>(
  result: R,
  { whole = false }: ReaderSettings = {},
): (reply: EncodedReply) => Answer<R> {
  const read = result === null ? () => null : located(resultReader(result, whole));
  // The readers check at run time what Answer says of the shape they were made from.
  return read as (reply: EncodedReply) => Answer<R>;
}

function resultReader(shape: Shape, whole: boolean): (reply: EncodedReply) => unknown {
  if (shape.secret) return () => null;
  const read = placeReader(shape);
  return ({ table, response }) => {
    const holder = table.valueOf(response);
    const value = read(table, holder === NONE || whole ? holder : table.firstChild(holder));
    if (value === null && !isOptional(shape)) throw new Misfit('missing');
    return value;
  };
}

/** @returns what reads the place of a value, {@link NONE} if it is not there: `null` if there is nothing to read */
function placeReader(shape: Shape): RowReader {
  const read = readerOf(shape);
  const nil = shape.kind === 'array' ? () => [] : () => null;
  return (table, row) => {
    if (row === NONE) return null;
    const holder = table.valueOf(row);
    return holder === NONE ? nil() : read(table, holder);
  };
}

function readerOf(shape: Shape): RowReader {
  switch (shape.kind) {
    case 'array':
      return arrayReader(shape.rowByRow === true, itemReader(shape.of));
    case 'struct':
      return beanReader(shape);
    case 'any':
      return (table, row) => readPlain(table, row);
    default:
      return scalarReader(shape);
  }
}

function scalarReader(shape: Shape): RowReader {
  const { noun, isNullable, read } = scalarTypeOf(shape);
  return (table, row) => {
    const text = table.text(row);
    if (table.firstChild(row) !== NONE) throw new Misfit(`not ${noun}`);
    if (!isNullable && text.trim() === '') return null;
    const value = read(text);
    if (value === undefined) throw new Misfit(`not ${noun}`);
    return value;
  };
}

/** A member of an array is there, so it has a value unless it is optional, or the array is not what it should be. */
function itemReader(shape: Shape): RowReader {
  const read = placeReader(shape);
  const mayBeNull = isOptional(shape);
  return (table, row) => {
    const value = read(table, row);
    if (value === null && !mayBeNull) throw new Misfit('missing');
    return value;
  };
}

function arrayReader(rowByRow: boolean, read: RowReader): RowReader {
  return (table, row) => {
    requireNoText(table, row, 'an array');
    const items: unknown[] = [];
    for (let child = table.firstChild(row); child !== NONE; child = table.nextSibling(child)) {
      try {
        items.push(read(table, child));
      } catch (error) {
        const misfit = Misfit.under(`[${items.length}]`, error);
        if (!rowByRow || !(error instanceof Misfit)) throw misfit;
        items.push(Misfit.toWireError(misfit));
      }
    }
    return items;
  };
}

interface MemberReader {
  readonly name: string;
  /** @param row - {@link NONE} if it is not there */
  readonly read: RowReader;
}

function memberReader([name, shape]: [string, Members[string]]): MemberReader {
  if (shape.secret) return { name, read: () => null };
  const read = placeReader(shape);
  const isMandatory = isKey(shape);
  return {
    name,
    read(table, row) {
      try {
        const value = read(table, row);
        if (value === null && isMandatory) throw new Misfit('missing');
        return value;
      } catch (error) {
        throw Misfit.under(name, error);
      }
    },
  };
}

function beanReader(shape: StructShape): RowReader {
  const members = Object.entries<Members[string]>(shape.members).map(memberReader);
  const places = new Map(members.map(({ name }, place) => [name, place]));
  return (table, row) => {
    requireNoText(table, row, 'a struct');
    const rows: number[] = new Array(members.length).fill(NONE);
    for (let child = table.firstChild(row); child !== NONE; child = table.nextSibling(child)) {
      const place = places.get(table.name(child));
      // The first of several counts.
      if (place !== undefined && rows[place] === NONE) rows[place] = child;
    }
    const bean: Record<string, unknown> = {};
    for (let place = 0; place < members.length; place += 1) {
      const member = members[place];
      if (member !== undefined) bean[member.name] = member.read(table, rows[place] ?? NONE);
    }
    return bean;
  };
}

function requireNoText(table: ElementTable, row: number, noun: string): void {
  if (table.text(row).trim() !== '') throw new Misfit(`not ${noun}`);
}
