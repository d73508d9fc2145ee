import { codecOf as enomCodecOf } from '../../adapters/enom/codec.js';
import { enom } from '../../adapters/enom/index.js';
import { createHsphereCodec } from '../../adapters/hsphere/codec.js';
import { hsphere } from '../../adapters/hsphere/index.js';
import { createMspcCodec } from '../../adapters/mspc/codec.js';
import { mspc } from '../../adapters/mspc/index.js';
import { createPoaCodec } from '../../adapters/poa/codec.js';
import { readEnvelope } from '../../adapters/poa/envelope.js';
import { poa } from '../../adapters/poa/index.js';
import type { AnyOperation } from '../../src/operation/operation.js';
import { createReplyDecoder } from '../../src/wire/soap/encoded/index.js';
import { SoapFault } from '../../src/wire/soap/fault.js';
import { WireError } from '../../src/wire/wire-error.js';
import { byteFed } from '../../src/wire/xml/byte-fed.js';
import { createResponseDecoder, XmlRpcFault } from '../../src/wire/xmlrpc/index.js';

export const DECODER_NAMES = ['xmlrpc', 'document', 'encoded', 'httpxml'] as const;
export type DecoderName = (typeof DECODER_NAMES)[number];

/** Takes bytes as they arrive and says what they are; throws {@link WireError} or what stands for a fault. */
export interface FedDecoder {
  write(chunk: Uint8Array): void;
  end(): unknown;
}

/** One of the four ways to read a panel's answer, with the operations whose answers it reads. */
export interface AnswerDecoder {
  readonly name: DecoderName;
  readonly operations: ReadonlyMap<string, AnyOperation>;
  open(operation: AnyOperation, contentType: string): FedDecoder;
}

const byMethod = (operations: readonly AnyOperation[]): ReadonlyMap<string, AnyOperation> =>
  new Map(operations.map((operation) => [operation.method, operation]));

const NOWHERE = { url: 'http://127.0.0.1:1/' };

function xmlrpc(): AnswerDecoder {
  const codec = createPoaCodec(poa.schema.parse(NOWHERE));
  return {
    name: 'xmlrpc',
    operations: byMethod(poa.operations),
    open(operation, contentType) {
      const { write, end } = byteFed(contentType, createResponseDecoder());
      return {
        write,
        end() {
          const envelope = readEnvelope(end());
          return envelope.ok
            ? codec.readResult({ operation, params: {} }, envelope.result)
            : envelope.failure;
        },
      };
    },
  };
}

function document(): AnswerDecoder {
  const codec = createMspcCodec(mspc.schema.parse({ ...NOWHERE, username: 'u', password: 'p' }));
  return {
    name: 'document',
    operations: byMethod(mspc.operations),
    open: (operation, contentType) => byteFed(contentType, codec.methodOf(operation).createDecoder()),
  };
}

function encoded(): AnswerDecoder {
  const codec = createHsphereCodec(hsphere.schema.parse({ ...NOWHERE, login: 'u', password: 'p' }));
  return {
    name: 'encoded',
    operations: byMethod(hsphere.operations),
    open(operation, contentType) {
      const { write, end } = byteFed(contentType, createReplyDecoder());
      return { write, end: () => codec.readResult({ operation, params: {} }, end()) };
    },
  };
}

const httpxml = (): AnswerDecoder => ({
  name: 'httpxml',
  operations: byMethod(enom.operations),
  open: (operation, contentType) =>
    byteFed(
      contentType,
      enomCodecOf(operation).createDecoder({ toRowError: (problem) => problem, requireDone: true }),
    ),
});

/** Each reads as the adapter that uses it does, from the first byte to the record. */
export const DECODERS: Readonly<Record<DecoderName, AnswerDecoder>> = {
  xmlrpc: xmlrpc(),
  document: document(),
  encoded: encoded(),
  httpxml: httpxml(),
};

/** What bytes came to: a value as text that can be compared, or that they were refused. @throws what nobody foresaw */
export function outcomeOf(
  decoder: AnswerDecoder,
  operation: AnyOperation,
  chunks: readonly Uint8Array[],
  contentType = 'text/xml',
): string {
  const fed = decoder.open(operation, contentType);
  try {
    for (const chunk of chunks) fed.write(chunk);
    return told(fed.end());
  } catch (error) {
    if (error instanceof SoapFault || error instanceof XmlRpcFault) return 'a fault';
    if (error instanceof WireError) return 'refused';
    throw error;
  }
}

const told = (value: unknown): string =>
  JSON.stringify(value, (_, member: unknown) => {
    if (typeof member === 'bigint') return `${member}n`;
    if (member instanceof Map) return [...(member as ReadonlyMap<unknown, unknown>)];
    if (member instanceof Error) return `error: ${member.message}`;
    return member;
  }) ?? 'nothing';
