import { afterEach, describe, expect, it } from 'vitest';
import { type ScriptedServer, startScriptedServer } from '../../support/scripted-server.js';
import { importAddress } from './import-text.js';

const response = (value: string) =>
  `<?xml version="1.0"?><methodResponse><params><param><value>${value}</value></param></params></methodResponse>`;
const FAULT =
  '<?xml version="1.0"?><methodResponse><fault><value><struct><member><name>faultCode</name><value><int>1</int></value>' +
  '</member><member><name>faultString</name><value>no s3cret here</value></member></struct></value></fault></methodResponse>';
const list = (...values: readonly string[]) =>
  `<array><data>${values.map((value) => `<value>${value}</value>`).join('')}</data></array>`;

const servers: ScriptedServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

/** A server that answers these methods, and pages for people to whoever does not ask any. */
async function serve(answers: Readonly<Record<string, (name: string) => string>>): Promise<ScriptedServer> {
  const server = await startScriptedServer(({ body }) => {
    if (body === '') return '<html><body>This is an XML-RPC server.</body></html>';
    const method = /<methodName>(.*)<\/methodName>/.exec(body)?.[1] ?? '';
    return answers[method]?.(/<string>(.*)<\/string>/.exec(body)?.[1] ?? '') ?? FAULT;
  });
  servers.push(server);
  return server;
}

describe('an XML-RPC server', () => {
  it('has its methods listed, each with a struct of any members', async () => {
    const { url, requests } = await serve({
      'system.listMethods': () =>
        response(list('pem.getOrder', 'system.listMethods', 'pem.getOrder', 'ping')),
    });
    const { file, skipped } = await importAddress(url);
    expect(skipped).toEqual([]);
    const open = { effect: 'unknown', params: {}, open: true, result: 'any?' };
    expect(file).toMatchObject({
      protocol: 'xmlrpc',
      methods: { 'pem.getOrder': { group: 'pem', ...open }, ping: { group: 'imported', ...open } },
    });
    // It refuses to tell more once, and is not asked for each method.
    expect(requests.length).toBe(4);
  });

  it('tells of its methods what it can', async () => {
    const signatures: Readonly<Record<string, string>> = {
      one: list(list('struct', 'struct')),
      positional: list(list('int', 'string', 'int')),
      none: list(list('array')),
    };
    const { url } = await serve({
      'system.listMethods': () => response(list('one', 'positional', 'none', 'not a name')),
      'system.methodHelp': (name) => response(`Does\n ${name}.`),
      'system.methodSignature': (name) => response(signatures[name] ?? 'undef'),
    });
    const { file, skipped } = await importAddress(url);
    expect(Object.entries(file.methods).map(([name, { description }]) => [name, description])).toEqual([
      ['one', 'Does one.'],
      ['none', 'Does none.'],
    ]);
    expect(skipped).toEqual([
      'positional: it takes parameters by position',
      'not a name: it has no name that XML-RPC allows',
    ]);
  });

  it.each([
    ['a fault', () => FAULT, 'The server does not list its methods.'],
    ['a text', () => response('no'), 'The server does not list its methods.'],
    ['nothing', () => response(list()), 'The server lists no such methods.'],
    ['a page', () => '<html/>', 'The server speaks no XML-RPC'],
    [
      'more than anybody has',
      () => response(list(...Array.from({ length: 5_001 }, (_, index) => `m${index}`))),
      'The server lists more than 5000 methods.',
    ],
  ])('that answers with %s is refused in a sentence', async (_case, answer, message) => {
    const { url } = await serve({ 'system.listMethods': answer });
    await expect(importAddress(url)).rejects.toThrow(message);
  });
});
