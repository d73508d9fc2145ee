import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cannedServer } from '../backends/canned-server.js';
import { enomAnswer } from '../backends/enom.js';
import { hsphereAnswer } from '../backends/hsphere.js';
import { mspcAnswer } from '../backends/mspc.js';
import { poaAnswer } from '../backends/poa.js';

/** A process with a canned panel for each protocol, and a control port that counts, slows and shows what they get. */
let latencyMs = 0;
const slow = () => latencyMs;
const servers = {
  poa: await cannedServer(poaAnswer(), 'text/xml', slow),
  mspc: await cannedServer(mspcAnswer(), 'text/xml; charset=utf-8', slow),
  hsphere: await cannedServer(hsphereAnswer(), 'text/xml;charset=utf-8', slow),
  enom: await cannedServer(enomAnswer(), 'text/xml; charset=utf-8', slow),
};

const control = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://control');
  if (pathname === '/latency') latencyMs = Number(searchParams.get('ms') ?? 0);
  const shown = Object.entries(servers).map(([name, { requests, lastRequest }]) => [
    name,
    pathname === '/last' ? lastRequest() : requests(),
  ]);
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(Object.fromEntries(shown)));
});
control.listen(0, '127.0.0.1', () => {
  const ports = Object.entries(servers).map(([name, { port }]) => [name, port]);
  const { port } = control.address() as AddressInfo;
  console.log(JSON.stringify({ control: port, ...Object.fromEntries(ports) }));
});
