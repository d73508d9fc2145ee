import { createHash } from 'node:crypto';
import type { Page, Request } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ConfiguredGateway, startConfiguredGateway } from '../support/configured-gateway.js';
import { type Browser, startChromium } from './support/chromium.js';

const KEY = 'hg_key-of-the-page';
const sha256 = createHash('sha256').update(KEY).digest('hex');
const SERVER = { docs: true };

let open: ConfiguredGateway;
let guarded: ConfiguredGateway;
let browser: Browser;
let page: Page;
let requests: Request[];
let complaints: string[];

beforeAll(async () => {
  open = await startConfiguredGateway({ sections: { server: SERVER, native: { enabled: false } } });
  guarded = await startConfiguredGateway({
    sections: {
      server: SERVER,
      auth: { apiKeys: [{ id: 'shop', sha256, roles: ['native'] }] },
    },
  });
  browser = await startChromium();
  browser.context.on('request', (request) => requests.push(request));
  browser.context.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
  // The console is where Chromium reports violations of the page's policy.
  browser.context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  browser.context.on('weberror', (error) => complaints.push(String(error.error())));
});

afterAll(async () => {
  await browser?.close();
  await guarded?.close();
  await open?.close();
});

beforeEach(async () => {
  requests = [];
  complaints = [];
  page = await browser.context.newPage();
});

afterEach(() => page.close());

const operation = (path: string) => page.locator(`.opblock:has([data-path="${path}"])`).first();

/** Opens one operation of a tag and carries it out as the page offers it. @returns what came of it */
async function execute(tag: string, path: string): Promise<{ status: string; body: string }> {
  await page.locator(`.opblock-tag[data-tag="${tag}"]`).click();
  await operation(path).locator('.opblock-summary-control').click();
  await operation(path).getByRole('button', { name: 'Execute' }).click();
  const live = operation(path).locator('.live-responses-table .response');
  await live.first().waitFor();
  return {
    status: (await live.locator('.response-col_status').first().innerText()).trim(),
    body: await live.locator('.response-col_description').first().innerText(),
  };
}

function expectOwnOriginOnly(origin: string): void {
  const foreign = requests
    .map((request) => new URL(request.url()))
    .filter((url) => url.protocol !== 'data:' && url.origin !== origin);
  expect(foreign.map(String)).toEqual([]);
}

describe('the page of the REST routes in Chromium', () => {
  it('carries out an example and shows its answer, and asks nobody but the gateway', async () => {
    await page.goto(`${open.origin}/docs`);
    await page.locator('.opblock-tag').first().waitFor();
    const { status, body } = await execute('Accounts', '/accounts/{id}');
    expect(status).toBe('200');
    expect(body).toContain('Nordlicht Verlag GmbH');
    await page.waitForLoadState('networkidle');
    expect(complaints).toEqual([]);
    expectOwnOriginOnly(open.origin);
  });

  it('asks for no key where none is needed, and for no document that is not served', async () => {
    await page.goto(`${open.origin}/docs`);
    await page.locator('.opblock-tag').first().waitFor();
    expect(await page.locator('#login').isVisible()).toBe(false);
    expect(await page.locator('#documents option').allInnerTexts()).toEqual(['REST']);
  });

  it('reads the document and asks the routes with the key that it is given, and forgets it', async () => {
    await page.goto(`${guarded.origin}/docs`);
    await page.getByText('Failed to load API definition').first().waitFor();
    complaints = [];
    await page.getByLabel('Key or token').fill(KEY);
    await page.getByRole('button', { name: 'Use' }).click();
    await page.locator('.opblock-tag').first().waitFor();
    const { status, body } = await execute('Gateway', '/viewer');
    expect(status).toBe('200');
    expect(body).toContain('"shop"');
    expect(complaints).toEqual([]);
    const stored = await page.evaluate(
      'JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])',
    );
    expect(stored).toBe('[{},{},""]');
    expectOwnOriginOnly(guarded.origin);
  });

  it('shows the panels’ own methods in their place', async () => {
    await page.goto(`${guarded.origin}/docs`);
    await page.getByLabel('Key or token').fill(KEY);
    await page.getByRole('button', { name: 'Use' }).click();
    await page.locator('.opblock-tag').first().waitFor();
    complaints = [];
    await page.getByLabel('Document').selectOption('The panels’ own methods');
    await page.getByText('hostgraph: the panels’ own methods').waitFor();
    // What is far down is drawn when it is scrolled to.
    await page.getByPlaceholder('Filter by tag or path').fill('pem.getAccountInfo');
    const { status, body } = await execute('poa', '/native/rest/poa/pem.getAccountInfo');
    expect({ status, body }).toEqual({
      status: '502',
      body: expect.stringContaining('BACKEND_FAULT') as string,
    });
  });
});
