import { z } from 'zod';
import { regularExpression } from '../../src/config/index.js';
import {
  BackendFaultError,
  BackendNotFoundError,
  BackendRefusalError,
  type CallOrigin,
  USER_ERROR_CODES,
} from '../../src/errors/index.js';
import { withoutSecrets } from '../../src/operation/secrets.js';
import type { XmlRpcStruct, XmlRpcValue } from '../../src/wire/xmlrpc/value.js';

/** Says what a failure means. A part that is absent fits everything. */
export const faultRule = z
  .strictObject({
    extypeId: z.int().optional(),
    moduleId: z.string().min(1).optional(),
    /** Regular expression that the message must contain. */
    messageRegex: regularExpression().optional(),
    code: z.enum(USER_ERROR_CODES),
  })
  .refine(({ extypeId, moduleId, messageRegex }) => (extypeId ?? moduleId ?? messageRegex) !== undefined, {
    message: 'needs extypeId, moduleId or messageRegex',
  });

export type FaultRule = z.output<typeof faultRule>;

/** A failure as the envelope tells it. */
interface Failure {
  readonly extypeId: number | null;
  readonly moduleId: string | null;
  readonly message: string | null;
}

/**
 * The error of an envelope whose status is not 0.
 *
 * @param secrets - values of secret parameters of this call: servers quote what they refuse
 */
export function failureToError(
  envelope: XmlRpcStruct,
  origin: CallOrigin,
  rules: readonly FaultRule[],
  secrets: readonly string[] = [],
): BackendFaultError {
  const failure = readFailure(envelope);
  const code = [failure.moduleId, failure.extypeId].filter((part) => part !== null).join(':');
  const native = {
    backend: origin.backend,
    method: origin.method,
    code: code === '' ? null : code,
    message: failure.message === null ? null : withoutSecrets(failure.message, secrets),
  };
  const rule = rules.find((candidate) => fits(candidate, failure));
  const message = `Backend ${origin.backend} refused ${origin.method}.`;
  const meaning = rule?.code;
  switch (meaning) {
    case undefined:
      return new BackendFaultError(message, origin, native);
    case 'NOT_FOUND':
      return new BackendNotFoundError(`Backend ${origin.backend} knows no such object.`, origin, native);
    default:
      return new BackendRefusalError(message, origin, native, meaning);
  }
}

function fits(rule: FaultRule, failure: Failure): boolean {
  return (
    (rule.extypeId === undefined || rule.extypeId === failure.extypeId) &&
    (rule.moduleId === undefined || rule.moduleId === failure.moduleId) &&
    (rule.messageRegex === undefined || rule.messageRegex.test(failure.message ?? ''))
  );
}

/** Reads what is there: clients have met envelopes that lack each of these. */
function readFailure(envelope: XmlRpcStruct): Failure {
  const properties = envelope.get('properties');
  const reason = properties instanceof Map ? (properties as XmlRpcStruct).get('reason') : undefined;
  const extypeId = envelope.get('extype_id') ?? envelope.get('error_code');
  return {
    extypeId: extypeId === undefined || !/^-?\d{1,10}$/.test(String(extypeId)) ? null : Number(extypeId),
    moduleId: textOf(envelope.get('module_id')),
    message: textOf(envelope.get('error_message')) ?? textOf(reason),
  };
}

const textOf = (value: XmlRpcValue | undefined): string | null =>
  typeof value === 'string' && value !== '' ? value : null;
