import { type ServerResponse, STATUS_CODES } from 'node:http';

/**
 * How an answer tells its end: `sized` by Content-Length, `chunked` as servlet containers send what they write
 * while they go, `http10` by closing the connection after an HTTP/1.0 answer without a length.
 */
export type Framing = 'sized' | 'chunked' | 'http10';

/** Sends a whole answer; `headers` without those that tell its length. */
export function sendFramed(
  response: ServerResponse,
  framing: Framing,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: Buffer,
): void {
  switch (framing) {
    case 'sized':
      response.writeHead(status, { ...headers, 'content-length': body.length });
      response.end(body);
      break;
    case 'chunked': {
      const middle = Math.ceil(body.length / 2);
      response.writeHead(status, headers);
      response.write(body.subarray(0, middle));
      response.end(body.subarray(middle));
      break;
    }
    case 'http10': {
      // Node's own answers always say HTTP/1.1.
      const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
      const head = `HTTP/1.0 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n`;
      response.socket?.end(Buffer.concat([Buffer.from(head, 'latin1'), body]));
      break;
    }
    default:
      framing satisfies never;
  }
}
