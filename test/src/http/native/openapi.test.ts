import { createConfig, lintFromString } from '@redocly/openapi-core';
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { methodsOf } from '../../../../src/native/native-method.js';
import { type FourPanels, startFourPanels } from '../../../support/four-panels.js';
import { type NativeServer, startNativeServer } from '../../../support/native-server.js';

type Json = Readonly<Record<string, unknown>>;

let panels: FourPanels;
let native: NativeServer;
let text: string;
let document: Json & { paths: Readonly<Record<string, Readonly<Record<string, Json>>>> };

beforeAll(async () => {
  panels = await startFourPanels();
  native = await startNativeServer(
    panels.backends,
    { 'enom-only': { roles: ['native'], backends: ['enom'] } },
    { raw: true },
  );
  text = (await native.get('/native/openapi.json')).body;
  document = JSON.parse(text) as typeof document;
});
afterAll(async () => {
  await native.close();
  await panels.close();
});

describe('/native/openapi.json', () => {
  it('is valid by the schema of OpenAPI 3.1', async () => {
    const spec = JSON.parse(text) as Exclude<Parameters<Validator['validate']>[0], string>;
    expect(await new Validator().validate(spec)).toMatchObject({ valid: true });
  });

  it('has nothing that redocly’s rules of the specification find fault with', async () => {
    const config = await createConfig({ extends: ['spec'] });
    const problems = await lintFromString({ source: text, config });
    expect(problems.map(({ message, location }) => `${location[0]?.pointer}: ${message}`)).toEqual([]);
  }, 60_000);

  it('has a path for every method of every backend, and no operation twice', () => {
    const expected = panels.backends.flatMap((backend) =>
      [...methodsOf(backend).keys()].map((method) => `/native/rest/${backend.name}/${method}`),
    );
    expect(
      Object.keys(document.paths)
        .filter((path) => !path.includes('/raw/'))
        .sort(),
    ).toEqual(expected.sort());
    const ids = Object.values(document.paths).flatMap((item) =>
      [item.get, item.post].flatMap((one) => (one === undefined ? [] : [one.operationId])),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('names a route that answers what it says', async () => {
    const answer = await native.get('/native/rest/enom/GetPOP3?sld=nordlicht&tld=example');
    expect(answer.statusCode).toBe(200);
    expect(document.paths['/native/rest/enom/GetPOP3']).toHaveProperty('get');
  });

  it('shows a caller the backends that are its own', async () => {
    const own = (await native.get('/native/openapi.json', { as: 'enom-only' })).json() as typeof document;
    expect(Object.keys(own.paths).every((path) => path.startsWith('/native/rest/enom/'))).toBe(true);
  });
});
