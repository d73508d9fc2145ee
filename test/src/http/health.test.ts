import { afterEach, describe, expect, it } from 'vitest';
import { type EdgeServer, startEdgeServer } from '../../support/edge-server.js';

let server: EdgeServer | undefined;
afterEach(() => server?.close());

describe('/readyz', () => {
  it('stays 200 while writes cannot be recorded, and says so', async () => {
    server = await startEdgeServer({ canWrite: async () => false });
    const answer = await server.ask({ method: 'GET', url: '/readyz' });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({ status: 'ok', writes: 'unavailable' });
  });

  it('does not ask the store for each of many probes', async () => {
    let asked = 0;
    server = await startEdgeServer({
      canWrite: async () => {
        asked += 1;
        return true;
      },
    });
    for (let index = 0; index < 20; index++) await server.ask({ method: 'GET', url: '/readyz' });
    expect(asked).toBe(1);
    await server.ask({ method: 'GET', url: '/livez' });
    expect(asked).toBe(1);
  });
});
