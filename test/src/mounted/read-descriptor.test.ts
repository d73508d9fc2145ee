import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../../src/config/index.js';
import type { Protocol } from '../../../src/mounted/descriptor-text.js';
import { readDescriptors } from '../../../src/mounted/read-descriptor.js';

const HEAD = {
  descriptors: 1,
  protocol: 'document',
  source: 'esThings',
  service: 'esThings.asmx',
  namespace: 'urn:x',
};

const read = (file: object, protocol: Protocol = 'document') =>
  readDescriptors({ ...HEAD, ...file }, protocol);

function problemsOf(file: object, protocol?: Protocol): readonly string[] {
  try {
    read(file, protocol);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems.map(({ path, message }) => `${path}: ${message}`);
  }
}

const method = (text: object) => ({ methods: { Do: text } });
const shapeProblems = (shape: unknown, types: object = {}) =>
  problemsOf({ types, ...method({ params: { a: shape } }) });

describe('a descriptor file', () => {
  it('is read into operations, and what nobody has classed is a write that is sent once', () => {
    const [operation, ...others] = read(method({ params: { a: 'int', b: 'string?' }, result: 'boolean' }));
    expect(others).toEqual([]);
    expect(operation).toEqual({
      method: 'Do',
      service: 'esThings.asmx',
      group: 'imported',
      description: '',
      effect: 'write',
      refusal: 'inconclusive',
      params: {
        kind: 'struct',
        description: '',
        constraints: [],
        members: {
          a: { kind: 'int', description: '' },
          b: { kind: 'string', description: '', optional: true },
        },
      },
      result: { kind: 'boolean', description: '' },
      source: 'esThings',
      wire: { namespace: 'urn:x' },
    });
  });

  it('takes what an operator has decided', () => {
    const decided = {
      effect: 'idempotentWrite',
      destructive: true,
      owner: { param: 'user.id', type: 'Account' },
      refusal: 'conclusive',
      service: '/other/Things.asmx',
      deprecated: 'Use Redo.',
      params: { user: { type: 'struct', members: { id: 'int' } } },
    };
    expect(read(method(decided))[0]).toMatchObject({ ...decided, params: { kind: 'struct' } });
  });

  it('has every kind of shape', () => {
    const params = {
      a: { type: 'int', min: 1, max: 3, values: [1, { value: 2, meaning: 'two' }], open: true },
      b: { type: 'int64', min: '-9007199254740993', max: 5 },
      c: { type: 'string', pattern: '^a', minLength: 1, maxLength: 3 },
      d: { type: 'array', of: 'decimal', item: 'price' },
      e: { type: 'struct', members: { x: { type: 'bytes', secret: true } }, typeName: 'E' },
      f: { type: 'dateTime', unit: 'UTC', description: 'When.' },
    };
    expect(read(method({ params }))[0]?.params.members).toEqual({
      a: {
        kind: 'int',
        description: '',
        min: 1,
        max: 3,
        values: [
          { value: 1, meaning: '' },
          { value: 2, meaning: 'two' },
        ],
        open: true,
      },
      b: { kind: 'int64', description: '', min: -9007199254740993n, max: 5n },
      c: { kind: 'string', description: '', pattern: /^a/u, minLength: 1, maxLength: 3 },
      d: { kind: 'array', description: '', of: { kind: 'decimal', description: '' }, itemName: 'price' },
      e: {
        kind: 'struct',
        description: '',
        typeName: 'E',
        members: { x: { kind: 'bytes', description: '', secret: true } },
      },
      f: { kind: 'dateTime', unit: 'UTC', description: 'When.' },
    });
  });

  it('shares types, which a place may add to', () => {
    const types = { User: { type: 'struct', members: { id: 'int' } } };
    const params = { a: 'User', b: { type: 'User', optional: true, description: 'Another.' } };
    const members = read({ types, ...method({ params }) })[0]?.params.members;
    expect(members?.b).toEqual({ ...members?.a, optional: true, description: 'Another.' });
  });

  it('tells everything that is wrong at once, each with its path', () => {
    const file = {
      protocol: 'encoded',
      types: { string: 'int', Loop: { type: 'struct', members: { again: 'Loop' } } },
      methods: {
        'not a name': {},
        Do: {
          params: { a: 'Missing', b: 3, c: { type: 'int', maxLength: 3 } },
          owner: { param: 'z', type: 'Account' },
        },
      },
    };
    expect(problemsOf(file)).toEqual([
      'types.string: is the name of a kind already',
      'types.Loop.members.again: refers back to the type that it is part of',
      'protocol: must be document, which is what this kind of backend speaks',
      'methods.not a name: is no name that a method can have',
      'methods.Do.params.a: has a type that is no kind, and that types does not have: Missing',
      'methods.Do.params.b: must be the name of a type, or a map with its type',
      expect.stringContaining('methods.Do.params.c.maxLength: is not a setting'),
      'methods.Do.owner.param: names no parameter',
    ]);
  });

  it.each<[string, object, string]>([
    ['an effect that is none', { effect: 'reads' }, 'methods.Do.effect'],
    [
      'a service that is an address',
      { service: 'http://evil.example/x' },
      'methods.Do.service: must be a path, without a host',
    ],
    [
      'a service on another host',
      { service: '//evil.example/x' },
      'methods.Do.service: must be a path, without a host',
    ],
    ['a service that climbs', { service: 'a/../../x' }, 'methods.Do.service: must be a path, without a host'],
    [
      'an action that ends its header',
      { wire: { action: 'a"\r\nx: y' } },
      'methods.Do.wire.action: must be ASCII without quotation marks',
    ],
    [
      'an element that is none',
      { wire: { name: 'a><b' } },
      'methods.Do.wire.name: must be a name that an element can have',
    ],
    [
      'a word that nobody knows',
      { efect: 'read' },
      'methods.Do.efect: is not a setting; did you mean effect?',
    ],
    [
      'a rule about what is not there',
      { constraints: [{ rule: 'atLeastOneOf', members: ['z'] }] },
      'methods.Do: A constraint names z',
    ],
    [
      'a list whose items have no name',
      { params: { a: { type: 'array', of: 'int' } } },
      'methods.Do: an array whose items have no name',
    ],
  ])('is refused with %s', (_case, text, problem) => {
    expect(problemsOf(method(text))).toEqual([expect.stringContaining(problem)]);
  });

  it('does not unfold a short file to more than there is memory for', () => {
    const types = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [
        `T${index}`,
        { type: 'struct', members: index === 39 ? { a: 'int' } : { a: `T${index + 1}`, b: `T${index + 1}` } },
      ]),
    );
    expect(shapeProblems('T0', types)).toEqual(['methods.Do: has more than 20000 members']);
  });

  it('is refused when it is something else', () => {
    expect(() => readDescriptors(['a'], 'document')).toThrow('must be a map, not a list');
    expect(() => readDescriptors({ descriptors: 2 }, 'document')).toThrow('descriptors: must be 1');
  });
});
