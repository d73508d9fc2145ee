import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HeldPanel {
  readonly url: string;
  /** Resolves when the panel has been asked something. */
  readonly asked: Promise<void>;
  /** Answers what was asked, and everything after it, with a POA fault. */
  release(): void;
  close(): void;
}

const FAULT =
  '<?xml version="1.0"?><methodResponse><params><param><value><struct>' +
  '<member><name>status</name><value><int>-1</int></value></member>' +
  '<member><name>error_message</name><value><string>no</string></value></member>' +
  '</struct></value></param></params></methodResponse>';

/** A panel that lets its callers wait. */
export async function startHeldPanel(): Promise<HeldPanel> {
  const waiting: ServerResponse[] = [];
  let released = false;
  let tellAsked = (): void => {};
  const asked = new Promise<void>((resolve) => {
    tellAsked = resolve;
  });
  const answer = (response: ServerResponse) =>
    response.writeHead(200, { 'content-type': 'text/xml' }).end(FAULT);
  const server = createServer((_request, response) => {
    tellAsked();
    if (released) answer(response);
    else waiting.push(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A listening TCP server's address is never a pipe's name.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    asked,
    release() {
      released = true;
      waiting.splice(0).forEach(answer);
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
