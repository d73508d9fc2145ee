import type { SimulatedAnswer } from '../listener.js';
import { cdata, type Element, element } from './element.js';
import { slashDateTime } from './formats.js';
import type { RefusalFacts } from './refusal.js';
import { writeText } from './text-form.js';
import { writeXml } from './xml-form.js';

/**
 * Which of the service's two kinds of servers answers. They differ in the charset's spelling, in empty
 * elements, in the last lines, and in the headers.
 */
export type Generation = 'API' | 'API.NET';

export interface Manner {
  readonly generation: Generation;
  /** An answer on one domain states periods and lock; one on the account leaves them empty. */
  readonly scope: 'account' | 'domain';
  /** Seconds, in one of the forms on record. */
  readonly execTime: string;
  /** The vendor's guide prints `>true` for some commands. */
  readonly done?: '>true';
}

export interface EnvelopeOptions {
  readonly form: 'xml' | 'text';
  readonly elementCase: 'documented' | 'lower';
  readonly now: Date;
  readonly trackingKey: string;
}

export interface Told {
  /** As the caller wrote it. */
  readonly command: string;
  /** What stands before the envelope's own elements. */
  readonly elements: readonly Element[];
  readonly errors: readonly RefusalFacts[];
  /** Whether the service knew who was asking and what for; else it names no site. */
  readonly admitted: boolean;
}

/** A whole answer: HTTP 200 whatever became of the command, as the service does it. */
export function answer(told: Told, manner: Manner, options: EnvelopeOptions): SimulatedAnswer {
  const classic = manner.generation === 'API';
  const server = classic ? 'SANDBOX01' : 'sandbox01';
  const elements = [
    ...told.elements,
    element('Command', told.command.toUpperCase()),
    element('APIType', manner.generation),
    element('Language', 'eng'),
    ...outcome(told.errors),
    ...trailer(told, manner, server, options),
  ];
  const charset = classic ? 'Charset=utf-8' : 'charset=utf-8';
  if (options.form === 'text') {
    return { status: 200, contentType: `text/html; ${charset}`, body: writeText(elements, server) };
  }
  return {
    status: 200,
    contentType: `text/xml; ${charset}`,
    headers: classic ? CLASSIC_HEADERS : NET_HEADERS,
    body: writeXml(elements, {
      emptyElement: classic ? 'pair' : 'selfClosing',
      finalLineEnd: classic,
      elementCase: options.elementCase,
    }),
  };
}

const COMMON_HEADERS = { 'cache-control': 'private', server: 'Microsoft-IIS/8.5', 'x-powered-by': 'ASP.NET' };
const CLASSIC_HEADERS = { ...COMMON_HEADERS, connection: 'close' };
const NET_HEADERS = {
  ...COMMON_HEADERS,
  'set-cookie': 'ASP.NET_SessionId=sandboxsandboxsandbox000; path=/; HttpOnly',
};

/**
 * `ErrCount` to `responses`. However many errors there are, one `response` goes with them: their counts
 * differ in answers of the service too.
 */
function outcome(errors: readonly RefusalFacts[]): Element[] {
  const first = errors[0];
  if (first === undefined) return [element('ErrCount', 0), element('ResponseCount', 0)];
  return [
    element('ErrCount', errors.length),
    element(
      'errors',
      errors.map(({ text }, index) => element(`Err${index + 1}`, text)),
    ),
    element('ResponseCount', 1),
    element('responses', [
      element('response', [
        element('ResponseNumber', first.number),
        element('ResponseString', first.responseString),
      ]),
    ]),
  ];
}

function trailer({ admitted }: Told, manner: Manner, server: string, options: EnvelopeOptions): Element[] {
  const classic = manner.generation === 'API';
  const onDomain = manner.scope === 'domain' && admitted;
  const lockable = classic && onDomain ? 'True' : '';
  return [
    element('MinPeriod', onDomain ? 1 : ''),
    element('MaxPeriod', 10),
    element('Server', server),
    element('Site', admitted ? 'eNom' : ''),
    element('IsLockable', lockable),
    element('IsRealTimeTLD', lockable),
    element('TimeDifference', classic && onDomain ? '+08.00' : '+0.00'),
    element('ExecTime', manner.execTime),
    element('Done', manner.done ?? 'true'),
    ...(classic ? [] : [element('TrackingKey', options.trackingKey)]),
    element('RequestDateTime', slashDateTime(options.now)),
    classic ? cdata('debug', '') : element('debug'),
  ];
}
