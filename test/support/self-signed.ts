import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

const OID_ECDSA_SHA256 = '2a8648ce3d040302';
const OID_COMMON_NAME = '550403';
const OID_SUBJECT_ALT_NAME = '551d11';
const SEQUENCE = 0x30;
const OCTETS = 0x04;

/** One value of DER: its tag, its length, what is in it. */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const lengthBytes =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.of(tag, ...lengthBytes), content]);
}
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));
const bits = (bytes: Uint8Array): Buffer => der(0x03, Buffer.of(0), bytes);
const time = (date: Date): Buffer =>
  der(0x17, Buffer.from(`${date.toISOString().replaceAll(/[-:T]/g, '').slice(2, 14)}Z`));

/**
 * A certificate for 127.0.0.1 that nobody has signed but its owner, so that a test can hold a server that speaks TLS.
 *
 * @param validFor - in days from now; negative: it has run out
 * @see RFC 5280, section 4.1
 */
export function selfSigned(validFor = 1): { readonly key: string; readonly cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const day = 24 * 60 * 60_000;
  const algorithm = der(SEQUENCE, oid(OID_ECDSA_SHA256));
  const name = der(
    SEQUENCE,
    der(0x31, der(SEQUENCE, oid(OID_COMMON_NAME), der(0x0c, Buffer.from('panel.example')))),
  );
  const address = der(SEQUENCE, der(0x87, Buffer.of(127, 0, 0, 1)));
  const extension = der(SEQUENCE, oid(OID_SUBJECT_ALT_NAME), der(OCTETS, address));
  const now = Date.now();
  const content = der(
    SEQUENCE,
    der(0xa0, der(0x02, Buffer.of(2))),
    der(0x02, Buffer.of(1)),
    algorithm,
    name,
    der(SEQUENCE, time(new Date(now - 9 * day)), time(new Date(now + validFor * day))),
    name,
    derOf(publicKey),
    der(0xa3, der(SEQUENCE, extension)),
  );
  const signature = sign('sha256', content, privateKey);
  const certificate = der(SEQUENCE, content, algorithm, bits(signature));
  const lines = certificate.toString('base64').replaceAll(/.{64}(?=.)/g, '$&\n');
  return {
    key: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  };
}

const derOf = (publicKey: KeyObject): Buffer => publicKey.export({ type: 'spki', format: 'der' });
