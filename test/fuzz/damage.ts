import fc from 'fast-check';

/** One thing that goes wrong with bytes. Places are taken modulo what there is, so that any number is one. */
export type Edit =
  | { readonly kind: 'flip'; readonly at: number; readonly bit: number }
  | { readonly kind: 'truncate'; readonly at: number }
  | { readonly kind: 'remove'; readonly at: number; readonly length: number }
  | { readonly kind: 'repeat'; readonly at: number; readonly length: number; readonly times: number }
  | { readonly kind: 'insert'; readonly at: number; readonly scrap: string }
  /** A piece of the other body in place of one of this. */
  | { readonly kind: 'splice'; readonly at: number; readonly from: number; readonly length: number }
  /** Another encoding is declared, and is the one or is not. */
  | { readonly kind: 'encoding'; readonly label: string; readonly isTrue: boolean }
  /** A run of digits becomes another number. */
  | { readonly kind: 'number'; readonly at: number; readonly value: string }
  | {
      readonly kind: 'nest';
      readonly at: number;
      readonly head: string;
      readonly tail: string;
      readonly times: number;
    };

/** What parsers stumble over, in all four protocols. */
const SCRAPS = [
  ...['<', '>', '/', '&', ';', '"', "'", '=', '<!--', '-->', '<![CDATA[', ']]>', '<?', '?>', '<!DOCTYPE a>'],
  ...['\0', '\u000b', '\ufeff', '\uffff', '\u0085', '\r', '\r\n', '&#0;', '&#xD800;', '&#x110000;', '&nbsp;'],
  ...['<value>', '</value>', '<nil/>', '<int/>', '<struct>', '</struct>', '<array><data>', '</data></array>'],
  ...['<member><name>__proto__</name>', '<name>constructor</name>', '<fault>', '<fault/>', '<i8>1</i8>'],
  ...[' xsi:nil="true"', ' xsi:type="xsd:int"', ' href="#id0"', ' id="id0"', ' xmlns="u"', ' xmlns:a=""'],
  ...['<soapenv:Fault>', '<multiRef id="id0">', '</multiRef>', ' soapenc:arrayType="xsd:int[99999999]"'],
  ...['<diffgr:diffgram>', '<xs:schema>', '<ErrCount>1</ErrCount>', '<Err1>e</Err1>', '<Done>true</Done>'],
  ...['<__proto__>1</__proto__>', '<constructor/>', '<Domain99999999/>', '<toString>a</toString>'],
] as const;
const NUMBERS = [
  ...['', '-', '0', '-0', '+1', '007', '1e309', 'NaN', 'INF', '0x10', '1_000', '2147483648', '-2147483649'],
  ...['9223372036854775808', '99999999999999999999999', '1.5', '٣', ' 1 ', '1e-400', '12abc'],
] as const;
const ENCODINGS = [
  'utf-8',
  'UTF-16',
  'utf-16le',
  'iso-8859-1',
  'windows-1252',
  'shift_jis',
  'x',
  '',
] as const;
const NESTS = [
  ['<value><array><data>', '</data></array></value>'],
  ['<value><struct><member><name>a</name>', '</member></struct></value>'],
  ['<a>', '</a>'],
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
] as const;

const at = fc.nat(1_000_000);
const DECLARATION = /^<\?xml[^>]*\?>/;

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant('flip' as const), at, bit: fc.nat(7) }),
  fc.record({ kind: fc.constant('truncate' as const), at }),
  fc.record({ kind: fc.constant('remove' as const), at, length: fc.nat(60) }),
  fc.record({ kind: fc.constant('repeat' as const), at, length: fc.nat(200), times: fc.nat(40) }),
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('insert' as const), at, scrap: fc.constantFrom(...SCRAPS) }),
  },
  fc.record({ kind: fc.constant('splice' as const), at, from: at, length: fc.nat(300) }),
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('number' as const), at, value: fc.constantFrom(...NUMBERS) }),
  },
  fc.record({
    kind: fc.constant('encoding' as const),
    label: fc.constantFrom(...ENCODINGS),
    isTrue: fc.boolean(),
  }),
  fc
    .tuple(at, fc.constantFrom(...NESTS), fc.nat(150))
    .map(([place, [head, tail], times]) => ({ kind: 'nest' as const, at: place, head, tail, times })),
);

export const edits: fc.Arbitrary<readonly Edit[]> = fc.array(edit, { minLength: 1, maxLength: 5 });

/** Bodies grow no further than this, so that runs stay many. */
const MAX_BYTES = 64 * 1024;

/** @param other - where pieces are taken from that belong elsewhere */
export const damaged = (body: Buffer, other: Buffer, changes: readonly Edit[]): Buffer =>
  changes.reduce((bytes, change) => apply(bytes, other, change).subarray(0, MAX_BYTES), body);

function apply(body: Buffer, other: Buffer, change: Edit): Buffer {
  const place = body.length === 0 || !('at' in change) ? 0 : change.at % body.length;
  const head = body.subarray(0, place);
  const behind = (length: number) => body.subarray(place + length);
  switch (change.kind) {
    case 'flip': {
      const flipped = Buffer.from(body);
      flipped[place] = (flipped[place] ?? 0) ^ (1 << change.bit);
      return flipped;
    }
    case 'truncate':
      return head;
    case 'remove':
      return Buffer.concat([head, behind(change.length)]);
    case 'repeat': {
      const piece = body.subarray(place, place + change.length);
      return Buffer.concat([head, ...Array.from({ length: change.times }, () => piece), behind(0)]);
    }
    case 'insert':
      return Buffer.concat([head, Buffer.from(change.scrap), behind(0)]);
    case 'splice': {
      const from = other.length === 0 ? 0 : change.from % other.length;
      const piece = other.subarray(from, from + change.length);
      return Buffer.concat([head, piece, behind(change.length)]);
    }
    case 'encoding': {
      const text = body.toString().replace(DECLARATION, `<?xml version="1.0" encoding="${change.label}"?>`);
      return Buffer.from(text, change.isTrue && /16/.test(change.label) ? 'utf16le' : 'utf8');
    }
    case 'number': {
      const text = body.toString('latin1');
      const found = /\d+/g;
      found.lastIndex = place;
      const match = found.exec(text);
      if (match === null) return body;
      const end = match.index + match[0].length;
      return Buffer.concat([body.subarray(0, match.index), Buffer.from(change.value), body.subarray(end)]);
    }
    case 'nest':
      return Buffer.concat([
        head,
        Buffer.from(change.head.repeat(change.times)),
        Buffer.from(change.tail.repeat(change.times)),
        behind(0),
      ]);
  }
}
