import type { Answer } from './canned-server.js';

const HEAD = '<?xml version="1.0"?><methodResponse><params><param><value>';
const TAIL = '</value></param></params></methodResponse>';

const member = (name: string, value: string): string =>
  `<member><name>${name}</name><value>${value}</value></member>`;
const string = (text: string): string => `<string>${text}</string>`;
const int = (value: number | string): string => `<int>${value}</int>`;
const struct = (...members: string[]): string => `<struct>${members.join('')}</struct>`;
const array = (values: readonly string[]): string =>
  `<array><data>${values.map((value) => `<value>${value}</value>`).join('')}</data></array>`;
const envelope = (result: string): string => struct(member('status', int(0)), member('result', result));

const phone = struct(
  member('country_code', string('49')),
  member('area_code', string('40')),
  member('phone_num', string('66969505')),
);
const ACCOUNT = struct(
  member('account_type', string('C')),
  member('parent_account_id', int(1000002)),
  member(
    'person',
    struct(
      member('first_name', string('Ida')),
      member('last_name', string('Nordlicht')),
      member('company_name', string('Nordlicht Verlag GmbH')),
    ),
  ),
  member(
    'address',
    struct(
      member('street_name', string('Buchweg')),
      member('house_num', string('8')),
      member('zipcode', string('24937')),
      member('city', string('Flensburg')),
      member('country', string('de')),
      member('state', string('Schleswig-Holstein')),
    ),
  ),
  member('phone', phone),
  member('fax', phone),
  member('email', string('ida@nordlicht.example')),
);
const SUBSCRIPTIONS = array(Array.from({ length: 100 }, (_, index) => int(2_000_001 + index)));

const subscription = (id: string): string =>
  struct(
    member('subscription_id', int(id)),
    member('name', string('Nordlicht Web')),
    member('st_id', int(13)),
    member('st_version', int(5)),
    member('owner_id', int(1000005)),
    member('is_active', '<boolean>1</boolean>'),
  );

function resultOf(method: string, call: string): string {
  switch (method) {
    case 'pem.getAccountInfo':
      return ACCOUNT;
    case 'pem.getAccountSubscriptions':
      return SUBSCRIPTIONS;
    case 'pem.getSubscription':
      return subscription(/subscription_id<\/name><value><int>(\d+)/.exec(call)?.[1] ?? '0');
    case 'pem.getDomainByName':
      return struct(member('domain_id', int(3_000_001)), member('subscription_id', int(2_000_001)));
    case 'pem.createDNSRecord':
      return struct(member('record_id', int(77)));
    default:
      throw new Error(`No answer was prepared for ${method}.`);
  }
}

/** Answers single calls and pem.batchRequest, as a POA that can batch reads does. */
export function poaAnswer(): Answer {
  const made = new Map<string, Buffer>();
  const make = (body: string): Buffer => {
    const method = /<methodName>([^<]+)/.exec(body)?.[1] ?? '';
    if (method !== 'pem.batchRequest') return Buffer.from(HEAD + envelope(resultOf(method, body)) + TAIL);
    const calls = body.split('<name>operation</name>').slice(1);
    const results = calls.map((call) => envelope(resultOf(/<string>([^<]+)/.exec(call)?.[1] ?? '', call)));
    return Buffer.from(HEAD + envelope(array(results)) + TAIL);
  };
  return (body) => {
    let answer = made.get(body);
    if (answer === undefined) {
      answer = make(body);
      made.set(body, answer);
    }
    return answer;
  };
}
