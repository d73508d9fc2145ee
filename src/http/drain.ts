import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/**
 * Makes what ends a server: it takes no more connections, lets requests under way end within `deadlineMs`, and then
 * cuts them off. To be made before the server listens.
 */
export function createDrain(app: FastifyInstance, deadlineMs: number): () => Promise<void> {
  const connections = openConnections(app.server);
  return async () => {
    const cutOff = setTimeout(() => app.server.closeAllConnections(), deadlineMs);
    const closed = app.close();
    // Browsers open connections ahead of need. Node takes one that has sent nothing yet for a request under way.
    for (const socket of connections) if (socket.bytesRead === 0) socket.destroy();
    await closed;
    clearTimeout(cutOff);
  };
}

function openConnections(server: Server): ReadonlySet<Socket> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return sockets;
}
