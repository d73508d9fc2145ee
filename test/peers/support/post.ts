import { type IncomingHttpHeaders, request } from 'node:http';

/** A reply as it came, for tests that look at the bytes a peer sends. */
export interface RawReply {
  status: number;
  httpVersion: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** Posts UTF-8 text with a length; no redirects, no retries, any status is an answer. */
export function post(url: string, body: string, headers: Record<string, string>): Promise<RawReply> {
  return new Promise((resolve, reject) => {
    const bytes = Buffer.from(body, 'utf8');
    const call = request(url, { method: 'POST', headers: { ...headers, 'content-length': bytes.length } });
    call.once('error', reject);
    call.once('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () => {
        resolve({
          status: response.statusCode ?? 0,
          httpVersion: response.httpVersion,
          headers: response.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        });
      });
    });
    call.end(bytes);
  });
}
