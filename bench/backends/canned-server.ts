import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a canned panel answers: text that is made once, chosen by what came. */
export type Answer = (body: string, soapAction: string) => Buffer;

export interface CannedServer {
  readonly port: number;
  /** Requests since the process began. */
  readonly requests: () => number;
  readonly lastRequest: () => ReceivedRequest | null;
}

/** A request as it came. */
export interface ReceivedRequest {
  readonly path: string;
  /** Names and values by turns, as they were written. */
  readonly rawHeaders: readonly string[];
  readonly body: string;
}

const NEVER_MET = Buffer.from('<none/>');

/**
 * A panel that costs as little as a panel can: it reads a request, looks an answer up and sends it.
 *
 * @param latencyMs - how long each answer takes, as a far panel's would; 0 for the throughput cases
 */
export async function cannedServer(
  answer: Answer,
  contentType: string,
  latencyMs: () => number,
): Promise<CannedServer> {
  let requests = 0;
  let last: ReceivedRequest | null = null;
  const server = createServer((request, response) => {
    requests += 1;
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = chunks.length === 1 ? (chunks[0] ?? NEVER_MET) : Buffer.concat(chunks);
      const call = body.toString('utf8');
      last = { path: request.url ?? '/', rawHeaders: request.rawHeaders, body: call };
      const text = answer(call, String(request.headers.soapaction ?? ''));
      const send = () => {
        response.writeHead(200, { 'content-type': contentType, 'content-length': text.length });
        response.end(text);
      };
      const wait = latencyMs();
      if (wait === 0) send();
      else setTimeout(send, wait);
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, requests: () => requests, lastRequest: () => last };
}
