import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { post } from './post.js';

/** Stands before a peer and passes everything on, but can lose an answer after the peer has done its work. */
export interface LosingProxy {
  readonly url: string;
  /** The answer to the next request whose body contains `text` is lost. */
  loseNext(text: string): void;
  close(): Promise<void>;
}

/** @param target - the peer's endpoint */
export async function startLosingProxy(target: string): Promise<LosingProxy> {
  let doomed: string | undefined;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      const isDoomed = doomed !== undefined && body.includes(doomed);
      if (isDoomed) doomed = undefined;
      post(target, body, { 'content-type': 'text/xml; charset=utf-8', soapaction: '""' }).then(
        (answer) => {
          if (isDoomed) response.destroy();
          else
            response.writeHead(answer.status, { 'content-type': 'text/xml; charset=utf-8' }).end(answer.body);
        },
        () => response.destroy(),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${new URL(target).pathname}`,
    loseNext(text) {
      doomed = text;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
