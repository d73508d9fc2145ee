import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';

/** What a way between two machines does to connections. Bytes are those of answers; requests pass as they are. */
export type Fault =
  | { readonly kind: 'none' }
  /** Each piece of an answer comes `ms` later. */
  | { readonly kind: 'latency'; readonly ms: number }
  /** `bytes` at a time, every `ms` milliseconds. */
  | { readonly kind: 'drip'; readonly bytes: number; readonly ms: number }
  /** The connection is reset (RST) when so many bytes of the answer have passed; 0: when the request has. */
  | { readonly kind: 'reset'; readonly afterBytes: number }
  /** The connection ends in good order (FIN) after so many bytes of the answer. */
  | { readonly kind: 'truncate'; readonly afterBytes: number }
  /** Connections are taken, and nothing ever comes of them. */
  | { readonly kind: 'halfOpen' }
  /** One bit of every `every`th byte of the answer is another. */
  | { readonly kind: 'corrupt'; readonly every: number; readonly from: number };

export interface FaultProxy {
  readonly port: number;
  /** The address behind the proxy, by way of it. */
  readonly url: string;
  /** For connections from now on, and for what still comes over those that are open. */
  set(fault: Fault): void;
  /** Ends all connections, and takes no more: nobody listens. */
  cut(): Promise<void>;
  /** Listens again, on the same port. */
  mend(): Promise<void>;
  /** Connections that are open. */
  readonly open: number;
  close(): Promise<void>;
}

/** A TCP proxy that does to a panel's connections what networks do. */
export async function startFaultProxy(target: string): Promise<FaultProxy> {
  const url = new URL(target);
  const sockets = new Set<Socket>();
  let fault: Fault = { kind: 'none' };
  const server = createServer((client) => {
    keep(client);
    if (fault.kind === 'halfOpen') {
      client.resume();
      return;
    }
    const upstream = keep(connect({ port: Number(url.port), host: url.hostname }));
    client.pipe(upstream);
    carry(upstream, client, () => fault);
    client.on('close', () => upstream.destroy());
  });

  function keep(socket: Socket): Socket {
    sockets.add(socket);
    // A connection that breaks is what this is for.
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    return socket;
  }
  const listen = (port: number) =>
    new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
  const cut = async () => {
    if (!server.listening) return;
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.resetAndDestroy();
    await closed;
  };

  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `${url.protocol}//127.0.0.1:${port}${url.pathname}${url.search}`,
    set(next) {
      fault = next;
    },
    cut,
    mend: () => listen(port),
    get open() {
      return sockets.size;
    },
    close: cut,
  };
}

/** Passes an answer on, piece after piece, as the fault of the moment has it. */
function carry(from: Socket, to: Socket, faultNow: () => Fault): void {
  let passed = 0;
  let turn = Promise.resolve();
  const pass = (bytes: Buffer) => {
    passed += bytes.length;
    if (!to.destroyed) to.write(bytes);
  };
  from.on('data', (piece: Buffer) => {
    turn = turn.then(() => deliver(piece, faultNow()));
  });
  from.on('close', () => {
    turn = turn.then(() => {
      to.end();
    });
  });
  // Connections are kept alive: bytes count from the request that they answer.
  to.on('data', () => {
    passed = 0;
  });

  async function deliver(piece: Buffer, fault: Fault): Promise<void> {
    switch (fault.kind) {
      case 'none':
        pass(piece);
        return;
      case 'latency':
        await pause(fault.ms);
        pass(piece);
        return;
      case 'drip':
        for (let at = 0; at < piece.length && !to.destroyed; at += fault.bytes) {
          pass(piece.subarray(at, at + fault.bytes));
          await pause(fault.ms);
        }
        return;
      case 'reset':
      case 'truncate': {
        const left = fault.afterBytes - passed;
        if (left > 0) pass(piece.subarray(0, left));
        if (left > piece.length) return;
        if (fault.kind === 'reset') to.resetAndDestroy();
        else to.end();
        from.destroy();
        return;
      }
      case 'halfOpen':
        return;
      case 'corrupt':
        pass(corrupted(piece, passed, fault));
        return;
    }
  }
}

function corrupted(piece: Buffer, at: number, { every, from }: { every: number; from: number }): Buffer {
  const bytes = Buffer.from(piece);
  for (let index = 0; index < bytes.length; index += 1) {
    const place = at + index;
    if (place >= from && place % every === 0) bytes[index] = (bytes[index] ?? 0) ^ 1;
  }
  return bytes;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
