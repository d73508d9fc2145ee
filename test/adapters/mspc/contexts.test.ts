import { afterEach, describe, expect, it } from 'vitest';
import type { Backend } from '../../../src/model/index.js';
import { createMspcBackend } from '../../support/mspc-gateway.js';
import { runOperation } from '../../support/poa-gateway.js';
import { type Script, type ScriptedServer, startScriptedServer } from '../../support/scripted-server.js';
import { answer, fault, methodOf } from './answers.js';

describe('an answer that brings more along', () => {
  let server: ScriptedServer;
  let backend: Backend;
  afterEach(async () => {
    await backend.close();
    await server.close();
  });

  const page =
    (status: number): Script =>
    (_, response) => {
      response.writeHead(status, { 'content-type': 'text/html' }).end('<html><body>down<br></body></html>');
      return undefined;
    };

  it.each<[string, Script]>([
    ['a page with status 500', page(500)],
    ['a page with status 404', page(404)],
    ['a page with status 200', page(200)],
    ['garbage', () => '\u0001'],
    ['a fault', () => fault('soap:Server', 'no')],
    ['nothing', () => undefined],
    [
      'a package that cannot be read',
      (request) => answer(methodOf(request), '<Package><PackageId>x</PackageId></Package>'),
    ],
  ])('costs no more than what it adds: %s', async (what, script) => {
    server = await startScriptedServer((request, response) => {
      const method = methodOf(request);
      if (method === 'GetPackage')
        return answer(method, '<PackageId>17</PackageId><PackageName>Web</PackageName>');
      if (method === 'GetHostingPlan') return answer(method, '<PlanId>11</PlanId><PlanName>Web</PlanName>');
      return what === 'a package that cannot be read' && method === 'GetHostingPlanContext'
        ? answer(method, '<HostingPlan><PlanId>x</PlanId></HostingPlan>')
        : script(request, response);
    });
    backend = createMspcBackend({
      url: server.url,
      username: 'api',
      password: 'secret',
      retries: 0,
      timeoutMs: 400,
    });
    const { data, errors } = await runOperation(
      [backend],
      '{ package(id: "mspc:Package:17") { name quotas { name } } hostingPlan(id: "mspc:HostingPlan:11") { name groups { name } } }',
    );
    expect(data).toEqual({
      package: { name: 'Web', quotas: null },
      hostingPlan: { name: 'Web', groups: null },
    });
    expect(errors?.map(({ path }) => path?.join('.')).toSorted()).toEqual([
      'hostingPlan.groups',
      'package.quotas',
    ]);
  });
});
