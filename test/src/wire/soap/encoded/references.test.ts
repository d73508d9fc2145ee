import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { array, int64, string, struct } from '../../../../../src/operation/shape.js';
import { WireError } from '../../../../../src/wire/wire-error.js';
import { decode, envelope, multiRef, ref, reply } from './replies.js';

const pair = struct({ name: string(''), value: string('') }, '', { typeName: 'NamedParameter' });

describe('references of a reply', () => {
  const longs = array(int64(''), '');

  it('may come before the response, after it, inside it and inside each other', () => {
    const expected = [{ name: 'a', value: 'b' }];
    const bean = `${ref('n', 'name')}${ref('v', 'value')}`;
    const parts = [multiRef('v', 'b'), multiRef('bean', bean), multiRef('n', 'a')];
    const response = `<askResponse><r>${ref('bean')}</r></askResponse>`;
    for (const order of [
      [response, ...parts],
      [...parts, response],
      [parts[0], response, parts[2], parts[1]],
    ]) {
      expect(decode(array(pair, ''), envelope(order.join('')))).toEqual(expected);
    }
    const nested = multiRef('bean', `<name id="n">a</name><x>${multiRef('v', 'b')}</x>${ref('v', 'value')}`);
    expect(decode(array(pair, ''), reply(`<r>${ref('bean')}</r>`, nested))).toEqual(expected);
  });

  it.each([
    ['an id', '<R id="zz"><r>8</r></R>'],
    ['an id, and the word that it is a root', '<R id="zz" soapenc:root="1"><r>8</r></R>'],
    ['an id, behind a value that it refers to', '<x id="v">8</x><R id="zz"><r href="#v"/></R>'],
  ])('do not keep a response from having %s', (_, body) => {
    expect(decode(int64(''), envelope(body))).toBe(8n);
  });

  it('leave no response where every child of the body is referred to', () => {
    const body = '<x id="v">8</x><R id="zz" soapenc:root="0"><r href="#v"/></R>';
    expect(() => decode(int64(''), envelope(body))).toThrow('a body without a response');
  });

  it('may lead on, be shared, and point at a whole array', () => {
    const xml = reply(
      ref('list', 'r'),
      multiRef('list', ref('a') + ref('b') + ref('a')),
      multiRef('a', '1'),
      ref('a', 'x id="b"'),
    );
    expect(decode(longs, xml)).toEqual([1n, 1n, 1n]);
  });

  it('may point at nil, or be nil themselves', () => {
    const shape = struct({ a: string(''), b: string('') });
    const xml = reply(
      `<r>${ref('n', 'a')}<b href="#s" xsi:nil="true"/></r>`,
      multiRef('n', '', 'xsi:nil="true"'),
      multiRef('s', 'x'),
    );
    expect(decode(shape, xml)).toEqual({ a: null, b: null });
  });

  it('need no root attribute', () => {
    expect(decode(longs, reply(`<r>${ref('1')}</r>`, '<m id="1">7</m>'))).toEqual([7n]);
    expect(decode(longs, envelope(`<m id="1">7</m><askResponse><r>${ref('1')}</r></askResponse>`))).toEqual([
      7n,
    ]);
  });

  it.each([
    ['itself', reply(ref('a', 'r id="a"')), 'circle'],
    ['each other', reply(ref('a', 'r'), ref('b', 'm id="a"'), ref('a', 'm id="b"')), 'circle'],
    ['an element around them', reply(ref('a', 'r'), multiRef('a', `<x><y>${ref('a')}</y></x>`)), 'circle'],
    [
      'each other’s elements',
      reply(ref('a', 'r'), multiRef('a', ref('b')), multiRef('b', ref('a'))),
      'circle',
    ],
    [
      'a circle that nobody reads',
      reply('<r>1</r>', multiRef('a', ref('b')), multiRef('b', ref('a'))),
      'circle',
    ],
    ['nothing', reply(ref('a', 'r')), 'not there'],
    ['nothing, where nobody reads', reply('<r>1</r>', multiRef('b', ref('a'))), 'not there'],
    ['another document', reply('<r href="http://elsewhere.example/#a"/>', multiRef('a', '1')), 'not there'],
    ['an id without its mark', reply('<r href="a"/>', multiRef('a', '1')), 'not there'],
    [
      'one of two',
      reply(ref('a', 'r'), multiRef('a', '1'), multiRef('a', '2')),
      'an id that two elements have',
    ],
  ])('are refused when they lead to %s', (_, xml, message) => {
    const attempt = () => decode(int64(''), xml);
    expect(attempt).toThrow(WireError);
    expect(attempt).toThrow(message);
  });

  it('give the same values whichever of them are used and in whatever order they come', () => {
    const place = fc.record({
      value: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
      byReference: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(place, { maxLength: 20 }),
        fc.infiniteStream(fc.nat()),
        fc.boolean(),
        (places, order, first) => {
          const referents: string[] = [];
          const items = places.map(({ value, byReference }, index) => {
            if (!byReference) return `<item>${value}</item>`;
            const at = (order.next().value ?? 0) % (referents.length + 1);
            referents.splice(at, 0, multiRef(`id${index}`, String(value)));
            return ref(`id${index}`);
          });
          const response = `<askResponse><r>${items.join('')}</r></askResponse>`;
          const xml = envelope(first ? response + referents.join('') : referents.join('') + response);
          expect(decode(longs, xml)).toEqual(places.map(({ value }) => value));
        },
      ),
    );
  });
});
