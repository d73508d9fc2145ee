import type { ArrayShape, Members, Shape, StructShape } from '../../src/operation/shape.js';

/** The parameters that a form holds, by the shape: shares nothing with the codec but that. */
export function readForm(shape: StructShape, form: URLSearchParams): Record<string, unknown> {
  const left = new Set(form.keys());
  const values = readFields(shape, form, left, '');
  if (left.size > 0) throw new Error(`not in the shape: ${[...left].join(', ')}`);
  return values;
}

function readFields(
  { members }: StructShape,
  form: URLSearchParams,
  left: Set<string>,
  suffix: string,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(members as Members)) {
    if (member.kind === 'array') {
      values[name] = readNumbered(member, form, left);
      continue;
    }
    const written = form.get(name + suffix);
    if (written === null || form.getAll(name + suffix).length !== 1) continue;
    left.delete(name + suffix);
    values[name] = readField(member, written);
  }
  return values;
}

/** Users and their like are numbered from 1, as far as there are any fields with the number. */
function readNumbered({ of }: ArrayShape, form: URLSearchParams, left: Set<string>): unknown[] {
  const rows: unknown[] = [];
  for (let number = 1; ; number += 1) {
    const row = readFields(of as StructShape, form, left, String(number));
    if (Object.keys(row).length === 0) return rows;
    rows.push(row);
  }
}

function readField({ kind }: Shape, written: string): unknown {
  switch (kind) {
    case 'int':
      return Number(written);
    case 'int64':
      return BigInt(written);
    case 'boolean':
      if (written !== '1' && written !== '0') throw new Error(`no flag: ${written}`);
      return written === '1';
    default:
      return written;
  }
}

/** Ways in which the service's servers write elements. */
export type Style = 'pair' | 'lower' | 'cdata';

/** An answer of success, as one of the service's servers writes it. */
export function writeInterfaceResponse(
  command: string,
  shape: StructShape,
  answer: Readonly<Record<string, unknown>>,
  style: Style,
): string {
  const writer = new Writer(style);
  return (
    '<?xml version="1.0" encoding="utf-8"?>\r\n<interface-response>\r\n' +
    writer.members(shape, answer) +
    writer.element('Command', command.toUpperCase()) +
    writer.element('ErrCount', '0') +
    writer.element('ResponseCount', '0') +
    writer.element('Done', 'true') +
    '</interface-response>'
  );
}

class Writer {
  constructor(private readonly style: Style) {}

  /** A value that is plain text, in one of the forms for it. */
  element(name: string, written: string): string {
    const content = this.style === 'cdata' ? cdata(` ${written} `) : escaped(written);
    return this.tag(name, content);
  }

  members({ members }: StructShape, values: Readonly<Record<string, unknown>>): string {
    return Object.entries(values)
      .map(([name, value]) => this.member(name, (members as Members)[name] as Shape, value))
      .join('');
  }

  private member(name: string, shape: Shape, value: unknown): string {
    if (shape.kind === 'array') return this.list(name, shape, value as readonly unknown[]);
    if (shape.kind === 'struct') return this.struct(name, shape, value as Readonly<Record<string, unknown>>);
    return this.element(name, textOf(shape, value));
  }

  private struct(name: string, shape: StructShape, values: Readonly<Record<string, unknown>>): string {
    if (!('#text' in shape.members)) return this.tag(name, this.members(shape, values));
    const { '#text': own, ...others } = values;
    const attributes = Object.entries(others).map(
      ([key, value]) => ` ${key}="${escaped(String(value)).replaceAll('"', '&quot;')}"`,
    );
    return `<${name}${attributes.join('')}>${own === undefined ? '' : escaped(String(own))}</${name}>`;
  }

  private list(name: string, { of, itemName }: ArrayShape, items: readonly unknown[]): string {
    if (itemName === '') return this.numbered(of as StructShape, items);
    if (itemName === undefined) return items.map((item) => this.member(name, of as Shape, item)).join('');
    return this.tag(name, items.map((item) => this.member(itemName, of as Shape, item)).join(''));
  }

  private numbered(of: StructShape, items: readonly unknown[]): string {
    return (items as ReadonlyArray<Readonly<Record<string, unknown>>>)
      .filter((row) => Object.keys(row).length > 0)
      .map((row, index) =>
        Object.entries(row)
          .map(([key, value]) =>
            this.member(`${key}${index + 1}`, (of.members as Members)[key] as Shape, value),
          )
          .join(''),
      )
      .join('');
  }

  private tag(name: string, content: string): string {
    const spelled = this.style === 'lower' ? name.toLowerCase() : name;
    return content === '' && this.style !== 'pair'
      ? `<${spelled}/>\r\n`
      : `<${spelled}>${content}</${spelled}>\r\n`;
  }
}

/** Dates American, flags as words, and the rest as it is. */
function textOf({ kind }: Shape, value: unknown): string {
  if (kind === 'boolean') return value === true ? 'True' : 'False';
  return kind === 'dateTime' ? american(String(value)) : String(value);
}

function american(iso: string): string {
  const [date = '', time] = iso.split('T');
  const [year = '', month, day] = date.split('-');
  const written = `${Number(month)}/${Number(day)}/${year}`;
  if (time === undefined) return written;
  const [hour = '', minute, second] = time.split(':');
  const half = Number(hour) < 12 ? 'AM' : 'PM';
  return `${written} ${Number(hour) % 12 || 12}:${minute}:${second} ${half}`;
}

const cdata = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll(']]>', ']]&gt;');
