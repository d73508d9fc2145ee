import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { createClientAsync } from 'soap';
import { user } from './backends/mspc.js';
import { built } from './built.js';
import { type Paired, paired } from './measure/paired.js';

/** What is used of the `xmlrpc` package, which ships no types. */
interface XmlRpcPackage {
  readonly Deserializer: new () => {
    deserializeMethodResponse(
      source: { setEncoding(): void; on(): void; pipe(sink: { end(text: string): void }): void },
      callback: (error: Error | null) => void,
    ): void;
  };
  readonly serializer: {
    serializeMethodResponse(value: unknown): string;
    serializeMethodCall(method: string, params: readonly unknown[]): string;
  };
}

const { array, boolean, dateTime, int, key, optional, string, struct } =
  await built<typeof import('../src/operation/shape.js')>('src/operation/shape.js');
const { compileMethod } = await built<typeof import('../src/wire/soap/document/index.js')>(
  'src/wire/soap/document/index.js',
);
const { byteFed } = await built<typeof import('../src/wire/xml/byte-fed.js')>('src/wire/xml/byte-fed.js');
const { compileEncoder, compileReader, createResponseDecoder, methodCallXml } =
  await built<typeof import('../src/wire/xmlrpc/index.js')>('src/wire/xmlrpc/index.js');

const require = createRequire(import.meta.url);
const { Deserializer, serializer }: XmlRpcPackage = {
  Deserializer: require('xmlrpc/lib/deserializer.js'),
  serializer: require('xmlrpc/lib/serializer.js'),
};

/** So many rows make some 100 KB. */
const ROWS = 200;

/** What both sides have to end up with: plain records by name. */
const mailboxShape = array(
  struct({
    mailbox_id: key(int('')),
    login: string(''),
    display_name: string(''),
    email: string(''),
    is_enabled: boolean(''),
    size: int(''),
    status: string(''),
  }),
  '',
);
const rows = Array.from({ length: ROWS }, (_, index) => ({
  mailbox_id: 4_000_001 + index,
  login: `user${index}@nordlicht.example`,
  display_name: `Ida Nordlicht ${index} & Söhne`,
  email: `user${index}@nordlicht.example`,
  is_enabled: index % 3 !== 0,
  size: index * 1024,
  status: 'ready',
}));

/** A 100 KB answer of XML-RPC, from its bytes to records. */
export function decodeXmlRpc(): Paired {
  const body = Buffer.from(serializer.serializeMethodResponse(rows));
  const read = compileReader(mailboxShape);
  return paired(
    () => {
      const decoder = createResponseDecoder();
      const fed = byteFed('text/xml', decoder);
      fed.write(body);
      read(fed.end());
    },
    () => {
      const text = body.toString('utf8');
      new Deserializer().deserializeMethodResponse(
        // The package parses what it is piped within `end`.
        { setEncoding: () => undefined, on: () => undefined, pipe: (sink) => sink.end(text) },
        (error) => {
          if (error !== null) throw error;
        },
      );
    },
  );
}

/** A call of 100 KB. */
export function encodeXmlRpc(): Paired {
  const shape = struct({ mailboxes: mailboxShape });
  const encode = compileEncoder(shape, { int64: 'string' });
  return paired(
    () => methodCallXml('pem.test', [encode({ mailboxes: rows })]),
    () => serializer.serializeMethodCall('pem.test', [{ mailboxes: rows }]),
  );
}

const userShape = struct({
  RoleId: int(''),
  StatusId: int(''),
  UserId: key(int('')),
  OwnerId: int(''),
  IsPeer: boolean(''),
  Created: dateTime(''),
  IsDemo: boolean(''),
  LastName: string(''),
  Username: string(''),
  FirstName: string(''),
  Email: string(''),
  PrimaryPhone: string(''),
  Zip: string(''),
  Country: string(''),
  Address: string(''),
  City: string(''),
  State: string(''),
  CompanyName: string(''),
});
const NAMESPACE = 'http://smbsaas/MSPC/enterpriseserver';

/** A 100 KB answer of document/literal SOAP, from its bytes to records. */
export async function decodeSoap(): Promise<Paired> {
  const client = await createClientAsync(fileURLToPath(new URL('wsdl/es-users.wsdl', import.meta.url)));
  const method = compileMethod({
    name: 'GetUsers',
    namespace: NAMESPACE,
    params: struct({ ownerId: int(''), recursive: optional(boolean('')) }),
    result: array(userShape, '', { itemName: 'UserInfo' }),
  });
  const users = Array.from({ length: 100 }, (_, index) => `<UserInfo>${user(index + 1)}</UserInfo>`).join('');
  const body = Buffer.from(
    `<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><GetUsersResponse xmlns="${NAMESPACE}"><GetUsersResult>${users}</GetUsersResult></GetUsersResponse></soap:Body></soap:Envelope>`,
  );
  // What the client of the package does with the text of an answer; it has no type for it.
  const { wsdl } = client as unknown as { readonly wsdl: { xmlToObject(xml: string): unknown } };
  return paired(
    () => {
      const fed = byteFed('text/xml; charset=utf-8', method.createDecoder());
      fed.write(body);
      fed.end();
    },
    () => wsdl.xmlToObject(body.toString('utf8')),
  );
}
