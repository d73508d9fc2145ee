import { describe, expect, it } from 'vitest';
import { poaNamedOnly, poaOperations } from '../../../../adapters/poa/operations/index.js';
import { type AnyOperation } from '../../../../src/operation/operation.js';
import { isOptional, type Members, type Shape } from '../../../../src/operation/shape.js';
import { readPrintedMethods } from './printed-methods.js';

const printedMethods = readPrintedMethods();
const described = new Map(poaOperations.map((operation) => [operation.method, operation]));

function operationNamed(method: string): AnyOperation {
  const operation = described.get(method);
  if (operation === undefined) throw new Error(`${method} has no descriptor.`);
  return operation;
}

/** Where a descriptor says something else than the page: neighbouring members as printed, and as described. */
interface Departure {
  readonly reason: string;
  readonly methods: readonly string[];
  readonly instead: ReadonlyArray<readonly [printed: readonly string[], described: readonly string[]]>;
}

const DEPARTURES: readonly Departure[] = [
  {
    reason: 'the text says that there is one "if present"',
    methods: [
      'pem.addAccount',
      'pem.addAccountMember',
      'pem.getAccountInfo',
      'pem.setAccountInfo',
      'pem.setMemberInfo',
    ],
    instead: [[['ext_num string'], ['[ext_num] string']]],
  },
  {
    reason: 'one of two sets is sent, and both are printed without brackets',
    methods: ['pem.addAccountMember'],
    instead: [
      [
        ['login string', 'auth struct'],
        ['[login] string', '[auth] struct'],
      ],
      [['person struct'], ['[person] struct']],
      [['address struct'], ['[address] struct']],
      [['phone struct'], ['[phone] struct']],
      [['email string'], ['[email] string']],
    ],
  },
  {
    reason: 'methods beside it print the brackets of the same structs',
    methods: ['pem.addAccountMember', 'pem.setAccountInfo'],
    instead: [
      [['title string'], ['[title] string']],
      [['middle_name string'], ['[middle_name] string']],
      [['house_num string'], ['[house_num] string']],
      [['address2 string'], ['[address2] string']],
    ],
  },
  {
    reason: 'as before; of these, pem.addAccountMember prints brackets or has none of them',
    methods: ['pem.setAccountInfo'],
    instead: [
      [['company_name string'], ['[company_name] string']],
      [['fax struct'], ['[fax] struct']],
    ],
  },
  {
    reason: 'later pages and all known clients send an int; `accountIdWireType` sends the string',
    methods: ['pem.getAccountInfo'],
    instead: [[['account_id string'], ['account_id int']]],
  },
  {
    reason: 'the text describes its absence',
    methods: ['pem.addDomain'],
    instead: [[['path string'], ['[path] string']]],
  },
  {
    reason: 'called an array of strings and printed as a struct: the mapping reads both',
    methods: ['pem.addDomainRequest'],
    instead: [[['struct', 'name_servers array', 'ns string', 'zone_created boolean'], ['any']]],
  },
  {
    reason: 'the text says that either side may be left out',
    methods: ['pem.importCertificate'],
    instead: [
      [['cert string'], ['[cert] string']],
      [['priv_key string'], ['[priv_key] string']],
      [['ca_cert string'], ['[ca_cert] string']],
    ],
  },
  {
    reason: 'the number before it is optional, and the name ignored beside it',
    methods: ['pem.setDomainRegistrarStatus'],
    instead: [[['domain_name string'], ['[domain_name] string']]],
  },
  {
    reason: 'an address is no int; a string reads both',
    methods: ['pem.getWebspacesList'],
    instead: [[['host_ip int'], ['host_ip string']]],
  },
  {
    reason: 'printed as `values` here alone: `modifyUserValueMember` says which one is sent',
    methods: ['pem.modifyUser'],
    instead: [[['values string'], ['[value] string', '[values] string']]],
  },
  {
    reason: 'its page prints nothing of what it takes or answers',
    methods: ['pem.updateAccountAndAccountMember'],
    instead: [[['none'], ['any']]],
  },
];

/** What is printed, as it is described; `used` gathers what that took. */
function withDepartures(
  method: string,
  printed: readonly string[],
  used = new Set<unknown>(),
): readonly string[] {
  const own = DEPARTURES.filter(({ methods }) => methods.includes(method)).flatMap(({ instead }) => instead);
  const result: string[] = [];
  let rest = printed;
  while (rest.length > 0) {
    const fitting = own.find(([texts]) => texts.every((text, index) => rest[index] === text));
    if (fitting !== undefined) used.add(fitting);
    result.push(...(fitting?.[1] ?? rest.slice(0, 1)));
    rest = rest.slice(fitting?.[0].length ?? 1);
  }
  return result;
}

const typeOf = (shape: Shape): string => {
  if (shape.kind === 'array') return `array of ${typeOf(shape.of)}`;
  return shape.kind === 'int64' ? 'bigint' : shape.kind;
};

/** Members as the reference would print them, without what only later releases have. */
function printedMembers(shape: Shape): readonly string[] {
  if (shape.kind === 'array') return printedMembers(shape.of);
  if (shape.kind !== 'struct') return [];
  return Object.entries<Members[string]>(shape.members).flatMap(([name, member]) => {
    if (member.since === 'releases after 2.8') return [];
    // Either form of a number may be left out for the other.
    if (member.kind === 'int64' && member.twin === true) return [`[${name}] int`, `[${name}64] bigint`];
    const printedName = isOptional(member) ? `[${name}]` : name;
    return [`${printedName} ${typeOf(member)}`, ...printedMembers(member)];
  });
}

const printedResult = (result: Shape | null): readonly string[] =>
  result === null ? ['none'] : [typeOf(result), ...printedMembers(result)];

describe('the descriptors, beside the reference', () => {
  it('and the names without a description are all 173 methods of its index, each once', () => {
    const names = [...described.keys(), ...poaNamedOnly];
    expect(poaOperations).toHaveLength(126);
    expect(poaNamedOnly).toHaveLength(47);
    expect(new Set(names).size).toBe(173);
  });

  it('have all methods that it describes', () => {
    expect(printedMethods).toHaveLength(107);
    for (const { method } of printedMethods) expect(described.has(method), method).toBe(true);
  });

  it.each(printedMethods.map((printed) => [printed.method, printed] as const))(
    'take and answer what it prints: %s',
    (method, printed) => {
      const { params, result } = operationNamed(method);
      expect(printedMembers(params)).toEqual(withDepartures(method, printed.takes));
      expect(printedResult(result)).toEqual(withDepartures(method, printed.answers));
    },
  );

  it.each(printedMethods.map((printed) => [printed.method, printed] as const))(
    'stand on its page, with its release and its marks: %s',
    (method, { page, since, mark }) => {
      const operation = operationNamed(method);
      expect(operation.source).toMatch(new RegExp(`^POA Public API Reference 2\\.8, page ${page}\\b`));
      expect(operation.since).toBe(since);
      expect(operation.callers).toBe(mark === 'reseller' ? 'reseller' : undefined);
      expect(operation.internal).toBe(mark === 'internal' ? true : undefined);
      expect(operation.deprecated !== undefined).toBe(mark === 'deprecated');
    },
  );

  it('depart from it nowhere without need', () => {
    for (const { methods, instead } of DEPARTURES) {
      for (const method of methods) {
        const used = new Set<unknown>();
        const printed = printedMethods.find((candidate) => candidate.method === method);
        withDepartures(method, printed?.takes ?? [], used);
        withDepartures(method, printed?.answers ?? [], used);
        for (const entry of instead) expect(used.has(entry), `${method}: ${entry[0].join()}`).toBe(true);
      }
    }
  });
});
