import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { createConfigFolder } from '../support/config-file.js';
import { type GatewayProcess, startProcess } from '../support/gateway-process.js';
import { type HeldPanel, startHeldPanel } from '../support/held-panel.js';

const PASSWORD = 'hunter2-from-the-environment';
const START_MS = 60_000;

const folder = createConfigFolder();
const opened: Array<() => void> = [];
afterEach(() => {
  for (const close of opened.splice(0)) close();
});
afterAll(() => folder.remove());

function start(...[args, env, nodeArgs]: Parameters<typeof startProcess>): GatewayProcess {
  const started = startProcess(args, env, nodeArgs);
  opened.push(() => started.child.kill('SIGKILL'));
  return started;
}

async function openPanel(): Promise<HeldPanel> {
  const panel = await startHeldPanel();
  opened.push(() => panel.close());
  return panel;
}

const configFor = (url: string, more = '') =>
  folder.write(
    'gateway.yaml',
    'server: { port: 0, graphiql: false, docs: false, shutdownMs: 30000 }\n' +
      `backends: { panel: { kind: poa, url: "${url}", username: api, password: "\${PW}", batch: { reads: off }, retries: 0 } }\n` +
      more,
  );

const ask = (origin: string, query: string) =>
  fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });

const ASK_PANEL = '{ account(id: "panel:Account:1000001") { id login } }';

describe('hostgraph', { timeout: START_MS }, () => {
  it('without a configuration serves the sandbox and says where', async () => {
    const gateway = start([], { PORT: '0' });
    const origin = await gateway.listening();
    const answer = await ask(origin, '{ viewer { name sandbox backends { name } } }');
    expect(answer.headers.get('x-hostgraph-sandbox')).toBe('1');
    expect(await answer.json()).toMatchObject({
      data: {
        viewer: {
          name: 'local',
          sandbox: true,
          backends: ['poa', 'mspc', 'hsphere', 'enom'].map((name) => ({ name })),
        },
      },
    });
    gateway.child.kill('SIGTERM');
    const { code, stdout, stderr } = await gateway.ended;
    expect(code).toBe(0);
    expect(stdout).toBe(`{"event":"listening","url":"${origin}"}\n`);
    expect(stderr).toContain(`${origin}/graphiql`);
  });

  it('serves the configured backends, and tells their passwords to nobody', async () => {
    const panel = await openPanel();
    panel.release();
    const gateway = start(['--config', configFor(panel.url, 'log: { level: trace }')], { PW: PASSWORD });
    const origin = await gateway.listening();
    const viewer = await (await ask(origin, '{ viewer { sandbox backends { name } } }')).text();
    expect(JSON.parse(viewer)).toEqual({
      data: { viewer: { sandbox: false, backends: [{ name: 'panel' }] } },
    });
    const refused = await (await ask(origin, ASK_PANEL)).text();
    expect(JSON.parse(refused)).toMatchObject({ errors: [{ extensions: { code: 'BACKEND_FAULT' } }] });
    gateway.child.kill('SIGINT');
    const { code, stdout, stderr } = await gateway.ended;
    expect(code).toBe(0);
    expect(viewer + refused + stdout + stderr).not.toContain(PASSWORD);
  });

  it('ends after SIGTERM when requests under way have their answers', async () => {
    const panel = await openPanel();
    const gateway = start(['--config', configFor(panel.url)], { PW: PASSWORD });
    const origin = await gateway.listening();
    const answer = ask(origin, ASK_PANEL);
    await panel.asked;
    gateway.child.kill('SIGTERM');
    await gateway.says('draining');
    await expect(fetch(`${origin}/livez`)).rejects.toThrow();
    panel.release();
    expect((await answer).status).toBe(200);
    expect((await gateway.ended).code).toBe(0);
  });

  it('ends at once after a second signal', async () => {
    const panel = await openPanel();
    const gateway = start(['--config', configFor(panel.url)], { PW: PASSWORD });
    const answer = ask(await gateway.listening(), ASK_PANEL);
    answer.catch(() => undefined);
    await panel.asked;
    gateway.child.kill('SIGTERM');
    await gateway.says('draining');
    gateway.child.kill('SIGTERM');
    expect((await gateway.ended).code).toBe(143);
    await expect(answer).rejects.toThrow();
  });

  it('ends with 2 and every problem when it cannot use its configuration', async () => {
    const file = folder.write(
      'broken.yaml',
      `server: { prot: 1 }\nbackends: { panel: { kind: poa, url: ${PASSWORD} } }`,
    );
    const { code, stdout, stderr } = await start([], { HOSTGRAPH_CONFIG: file }).ended;
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('  server.prot: is not a setting; did you mean port?');
    expect(stderr).toContain('  backends.panel.url: must be');
    expect(stderr).not.toContain(PASSWORD);
    expect(stderr).not.toContain('at ');
  });

  it('does not take the sandbox for production', async () => {
    const { code, stderr } = await start([], { NODE_ENV: 'production', PORT: '0' }).ended;
    expect(code).toBe(2);
    expect(stderr).toContain('There is no configuration');
  });

  it('ends with 1 and a clear word when its port is taken', async () => {
    const holder = createServer();
    await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
    opened.push(() => holder.close());
    // A listening TCP server's address is never a pipe's name.
    const { port } = holder.address() as AddressInfo;
    const env = { PW: PASSWORD, PORT: String(port) };
    const { code, stderr } = await start(['--config', configFor('http://127.0.0.1:1/')], env).ended;
    expect(code).toBe(1);
    expect(stderr).toContain(`Port ${port} on 127.0.0.1 is in use.`);
    expect(stderr).not.toContain('    at ');
  });

  it('ends with 1 and a line of the log when something goes wrong that nobody waits for', async () => {
    const crash =
      'setInterval(() => { if (process.listenerCount("unhandledRejection") > 0) ' +
      'Promise.reject(new Error("lost \'hunter2\'")); }, 5)';
    const args = ['--import', `data:text/javascript;base64,${Buffer.from(crash).toString('base64')}`];
    const { code, stderr } = await start(['--config', configFor('http://127.0.0.1:1/')], { PW: 'x' }, args)
      .ended;
    expect(code).toBe(1);
    expect(stderr).toContain('"level":"fatal"');
    expect(stderr).not.toContain('hunter2');
  });
});

describe('hostgraph check', { timeout: START_MS }, () => {
  it('ends with 0 or with 2, and serves nothing', async () => {
    const file = configFor('http://127.0.0.1:1/');
    const [valid, invalid] = await Promise.all([
      start(['check', '--config', file], { PW: PASSWORD }).ended,
      start(['check', '--config', file]).ended,
    ]);
    expect(valid).toEqual({ code: 0, stdout: 'The configuration is valid.\n', stderr: '' });
    expect(invalid.code).toBe(2);
    expect(invalid.stderr).toContain(
      'backends.panel.password: needs the environment variable PW, which is not set',
    );
  });
});

describe('the command line', { timeout: START_MS }, () => {
  it('explains itself', async () => {
    const [help, unknown, key] = await Promise.all([
      start(['--help']).ended,
      start(['strat']).ended,
      start(['key', 'shop']).ended,
    ]);
    expect(help).toMatchObject({ code: 0, stdout: expect.stringContaining('hostgraph key ID'), stderr: '' });
    expect(unknown).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('hostgraph check'),
    });
    expect(key).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/hg_[\w-]{43}[\s\S]*sha256: "[0-9a-f]{64}"/),
    });
  });
});
