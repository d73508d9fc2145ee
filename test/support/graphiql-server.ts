import { startProcess } from './gateway-process.js';

export interface GraphiqlServer {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  close(): Promise<void>;
}

/** The gateway as a newcomer starts it: no configuration, the sandbox behind it, on a free loopback port. */
export async function startGraphiqlServer(): Promise<GraphiqlServer> {
  const gateway = startProcess([], { PORT: '0' });
  return {
    origin: await gateway.listening(),
    async close() {
      gateway.child.kill('SIGTERM');
      await gateway.ended;
    },
  };
}
