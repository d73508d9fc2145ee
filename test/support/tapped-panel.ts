import { createServer, type IncomingHttpHeaders, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One exchange as its bytes went over the wire. */
export interface TappedExchange {
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly sent: Buffer;
  readonly status: number;
  readonly contentType: string;
  readonly answered: Buffer;
}

export interface TappedPanel {
  /** The panel's address, by way of the tap. */
  readonly url: string;
  /** Exchanges since the last time this was asked. */
  take(): readonly TappedExchange[];
  close(): Promise<void>;
}

/** Stands between a panel and whoever asks it, passes everything on as it is, and keeps what it has seen. */
export async function tapPanel(panel: string): Promise<TappedPanel> {
  const target = new URL(panel);
  let seen: TappedExchange[] = [];
  const server = createServer((incoming, outgoing) => {
    collect(incoming).then((sent) => {
      const { method = 'GET', url = '/', headers } = incoming;
      const onward = request({ host: target.hostname, port: target.port, method, path: url, headers });
      onward.on('error', () => outgoing.destroy());
      onward.on('response', (answer) => {
        collect(answer).then(
          (answered) => {
            const { statusCode: status = 0, headers: answerHeaders } = answer;
            const contentType = answerHeaders['content-type'] ?? '';
            seen.push({ url, headers, sent, status, contentType, answered });
            outgoing.writeHead(status, { 'content-type': contentType }).end(answered);
          },
          () => outgoing.destroy(),
        );
      });
      onward.end(sent);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${target.pathname}${target.search}`,
    take() {
      const taken = seen;
      seen = [];
      return taken;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function collect(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
