import { z } from 'zod';
import { regularExpression } from '../../src/config/index.js';
import {
  BackendFaultError,
  BackendNotFoundError,
  BackendRefusalError,
  type CallOrigin,
  USER_ERROR_CODES,
} from '../../src/errors/index.js';
import { SoapFault } from '../../src/wire/soap/fault.js';
import { isSoapNamespace } from '../../src/wire/soap/namespaces.js';

/** Says what a fault means. A part that is absent fits everything. */
export const faultRule = z
  .strictObject({
    /** Java class of the exception, with its package or without. */
    exceptionClass: z.string().min(1).optional(),
    /** Regular expression that the exception's message must contain. */
    messageRegex: regularExpression().optional(),
    code: z.enum(USER_ERROR_CODES),
  })
  .refine(({ exceptionClass, messageRegex }) => (exceptionClass ?? messageRegex) !== undefined, {
    message: 'needs exceptionClass or messageRegex',
  });

export type FaultRule = z.output<typeof faultRule>;

/** What Axis writes of a Java exception: class name, colon, message, which may span lines; or the class name alone. */
const EXCEPTION = /^((?:[A-Za-z_$][\w$]{0,63}\.){1,16}([A-Z][\w$]{0,63}))(?:: (.*))?$/s;

/** A fault taken apart. */
interface Refusal {
  /** With its package; `null` where the fault does not come from an exception. */
  readonly className: string | null;
  /** Without its package. */
  readonly simpleName: string | null;
  readonly message: string;
}

function readRefusal({ faultString }: SoapFault): Refusal {
  const text = faultString?.trim() ?? '';
  const [, className = null, simpleName = null, message = ''] = EXCEPTION.exec(text) ?? [];
  return { className, simpleName, message: className === null ? text : message };
}

/**
 * The error of a fault. Its text stays out: it holds class names and quotes what was sent.
 *
 * @see Apache Axis 1.4, AxisFault: the faultstring of an exception
 */
export function faultToError(
  fault: SoapFault,
  origin: CallOrigin,
  rules: readonly FaultRule[],
): BackendFaultError {
  const refusal = readRefusal(fault);
  const native = {
    backend: origin.backend,
    method: origin.method,
    code: refusal.simpleName ?? fault.faultCode?.local ?? null,
    message: null,
  };
  const meaning = rules.find((candidate) => fits(candidate, refusal))?.code;
  const message = `Backend ${origin.backend} refused ${origin.method}.`;
  const options = { cause: new SoapFault(fault.faultCode, null) };
  switch (meaning) {
    case undefined:
      return new BackendFaultError(message, origin, native, options);
    case 'NOT_FOUND':
      return new BackendNotFoundError(
        `Backend ${origin.backend} knows no such object.`,
        origin,
        native,
        options,
      );
    default:
      return new BackendRefusalError(message, origin, native, meaning, options);
  }
}

function fits({ exceptionClass, messageRegex }: FaultRule, refusal: Refusal): boolean {
  const { className, simpleName, message } = refusal;
  return (
    (exceptionClass === undefined || exceptionClass === className || exceptionClass === simpleName) &&
    (messageRegex === undefined || messageRegex.test(message))
  );
}

/**
 * Whether the engine has the method, but in no form that takes these parameters: its own code for that has no
 * namespace, while those of the panel's exceptions are in SOAP's.
 *
 * @see Apache Axis 1.4, RPCProvider
 */
export const isMisfitOfParameters = (error: unknown): boolean =>
  error instanceof BackendFaultError && error.cause instanceof SoapFault && isMisfit(error.cause);

const isMisfit = ({ faultCode }: SoapFault): boolean =>
  faultCode?.local === 'Server.userException' && !isSoapNamespace(faultCode.namespace ?? '');

/** Codes of what does not get as far as the panel; an action that the service lacks is the client's mistake. */
const BEFORE_THE_PANEL = /^(?:Client(?:\..*)?|MustUnderstand|VersionMismatch|Server\.NoService)$/;

/** Whether the engine found nothing that it could have called. */
export const isNoSuchAction = (error: unknown): boolean =>
  isMisfitOfParameters(error) ||
  (error instanceof BackendFaultError &&
    error.cause instanceof SoapFault &&
    BEFORE_THE_PANEL.test(error.cause.faultCode?.local ?? ''));

/**
 * Whether a refusal says by itself that nothing was done: a rule explains it, the engine did not find what to call, or
 * somebody before the engine refused the login. An exception that nobody has explained can come from half-done work.
 */
export const provesNothingDone = (error: BackendFaultError): boolean =>
  error.meaning !== 'REJECTED' || !(error.cause instanceof SoapFault) || isNoSuchAction(error);
