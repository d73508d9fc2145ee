import { createRequire } from 'node:module';
import { PassThrough } from 'node:stream';

/**
 * The `xmlrpc` package as an independent peer: the two files of it that read and write, without its client
 * and server. They have no types of their own.
 */
interface Deserializer {
  deserializeMethodCall(
    stream: PassThrough,
    done: (error: Error | null, method: string, params: unknown[]) => void,
  ): void;
  deserializeMethodResponse(stream: PassThrough, done: (error: Error | null, value: unknown) => void): void;
}
interface Serializer {
  serializeMethodResponse(value: unknown): string;
  serializeFault(fault: { faultCode: unknown; faultString: unknown }): string;
}

const require = createRequire(import.meta.url);
const PeerDeserializer: new () => Deserializer = require('xmlrpc/lib/deserializer');
const serializer: Serializer = require('xmlrpc/lib/serializer');

export const peerEncodeResponse = (value: unknown): string => serializer.serializeMethodResponse(value);

export const peerEncodeFault = (faultCode: unknown, faultString: unknown): string =>
  serializer.serializeFault({ faultCode, faultString });

export const peerDecodeCall = (xml: string): Promise<{ method: string; params: unknown[] }> =>
  new Promise((resolve, reject) => {
    const stream = new PassThrough();
    new PeerDeserializer().deserializeMethodCall(stream, (error, method, params) => {
      if (error) reject(error);
      else resolve({ method, params });
    });
    stream.end(Buffer.from(xml));
  });

export const peerDecodeResponse = (xml: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const stream = new PassThrough();
    new PeerDeserializer().deserializeMethodResponse(stream, (error, value) => {
      if (error) reject(error);
      else resolve(value);
    });
    stream.end(Buffer.from(xml));
  });
