import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * The least that a gateway can be: every request goes on as it came, every answer comes back as it is. It has a port for
 * each panel, in the order of the panels' ports that it is given.
 */
async function proxyOf(target: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 32 });
  const server = createServer((incoming, outgoing) => {
    const { method, url, headers } = incoming;
    const onward = request(
      { host: '127.0.0.1', port: target, method, path: url, headers, agent },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

const ports = await Promise.all(process.argv.slice(2).map((target) => proxyOf(Number(target))));
console.log(JSON.stringify({ ports }));
