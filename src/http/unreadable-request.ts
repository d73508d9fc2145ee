import { type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Log } from '../log/index.js';
import { type EdgeAnswer, toEdgeBody } from './edge-answer.js';

/** What Node's parser finds wrong, in words that do not repeat what was sent. Anything else is no HTTP at all. */
const REFUSALS: Readonly<Record<string, EdgeAnswer>> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    code: 'BAD_REQUEST',
    message: 'The head of the request is larger than this gateway takes.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    code: 'BAD_REQUEST',
    message: 'The request took too long to arrive.',
  },
};

const NO_HTTP: EdgeAnswer = {
  status: 400,
  code: 'BAD_REQUEST',
  message: 'The request is not valid HTTP.',
};

/**
 * Makes what answers a connection on which no further request can be read, and ends it.
 *
 * @param headers - of every answer
 */
export function answerUnreadable(
  headers: Readonly<Record<string, string>>,
  log: Log,
): (error: Error & { readonly code?: string }, socket: Socket) => void {
  return (error, socket) => {
    const { code = '' } = error;
    if (code === 'ECONNRESET' || socket.destroyed) return;
    log.debug({ code }, 'unreadable request');
    if (socket.writable && !owesAnswer(socket)) socket.write(toText(REFUSALS[code] ?? NO_HTTP, headers));
    socket.destroy(error);
  };
}

/**
 * Whether a request that came whole has no answer yet, or half of one: what is written now would be taken for that, and
 * a change that is being made for one that was refused.
 */
function owesAnswer(socket: Socket): boolean {
  // Where Node keeps the answer that is next on a connection; its own refusal looks there too.
  const { _httpMessage: next } = socket as { _httpMessage?: ServerResponse | null };
  return next !== undefined && next !== null && (next.headersSent || next.req.complete);
}

function toText(answer: EdgeAnswer, headers: Readonly<Record<string, string>>): string {
  const { status } = answer;
  const body = JSON.stringify(toEdgeBody(answer));
  const head = {
    ...headers,
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    date: new Date().toUTCString(),
    connection: 'close',
  };
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`;
}
