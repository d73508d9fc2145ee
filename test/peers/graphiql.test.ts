import type { Page, Request } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { examples } from '../../src/graphiql/examples.js';
import { type GraphiqlServer, startGraphiqlServer } from '../support/graphiql-server.js';
import { type Browser, startChromium } from './support/chromium.js';

let server: GraphiqlServer;
let browser: Browser;
let page: Page;
let requests: Request[];
let complaints: string[];

beforeAll(async () => {
  server = await startGraphiqlServer();
  browser = await startChromium();
  browser.context.on('request', (request) => requests.push(request));
  browser.context.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
  // The console is where Chromium reports violations of the page's policy, and those of its workers.
  browser.context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  browser.context.on('weberror', (error) => complaints.push(String(error.error())));
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

beforeEach(async () => {
  requests = [];
  complaints = [];
  page = await browser.context.newPage();
  await page.goto(`${server.origin}/graphiql`);
  await page.locator('.graphiql-query-editor .view-line').first().waitFor();
});

afterEach(() => page.close());

const queryEditor = () => page.locator('.graphiql-query-editor .monaco-editor').first();
const headerEditor = () => page.locator('.graphiql-editor:not(.hidden) .monaco-editor').last();
const expectResult = () =>
  expect.poll(() => page.locator('.result-window .view-lines').textContent(), { timeout: 20_000 });

async function replaceText(editor: ReturnType<typeof queryEditor>, text: string): Promise<void> {
  await editor.click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(text);
}

/** GraphiQL reads an operation's name a moment after the last key, and shows it on the tab. */
async function typeQuery(name: string, query: string): Promise<void> {
  await replaceText(queryEditor(), query);
  await page.getByRole('tab', { name }).waitFor();
}

async function run(): Promise<void> {
  await page.getByRole('button', { name: /^Execute query/ }).click();
}

/** What is left of the page in the browser once it is closed. */
function readStorage(): Promise<unknown> {
  return page.evaluate(`(async () => ({
    local: { ...localStorage },
    session: { ...sessionStorage },
    cookies: document.cookie,
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
  }))()`);
}

const NOTHING_STORED = { local: {}, session: {}, cookies: '', databases: [], caches: [] };

describe('the GraphiQL page in Chromium', () => {
  it('opens with a tab for each example', async () => {
    const titles = await page.getByRole('tab').allInnerTexts();
    expect(titles.map((title) => title.trim())).toEqual(
      examples.map(({ query }) => /^(?:query|mutation) (\w+)/m.exec(query)?.[1]),
    );
  });

  it('runs a query that was typed into it and shows the data', async () => {
    await typeQuery('Typed', 'query Typed { whoAmI: viewer { sandbox } }');
    await run();
    await expectResult().toMatch(/"whoAmI":\s*{\s*"sandbox":\s*true/);
  });

  it('sends the variables of an example with it', async () => {
    await page.getByRole('tab', { name: 'OneCustomer' }).click();
    await typeQuery('Short', 'query Short($account: ID!) { account(id: $account) { id } }');
    await run();
    await expectResult().toContain('"poa:Account:1000005"');
  });

  it('sends what the header editor holds and forgets it with the page', async () => {
    await page.getByRole('button', { name: 'Headers' }).click();
    await replaceText(headerEditor(), '{"x-request-note": "kept by nobody"}');
    await run();
    await expectResult().toContain('"viewer"');
    expect(await readStorage()).toEqual(NOTHING_STORED);
    await page.reload();
    await run();
    await expectResult().toContain('"viewer"');
    const sent = requests.filter((request) => request.postData()?.includes('LookAround'));
    expect(sent.map((request) => request.headers()['x-request-note'])).toEqual(['kept by nobody', undefined]);
  });

  it('draws what was asked of the panels below the answer, and does not repeat it in it', async () => {
    await typeQuery(
      'Drawn',
      'query Drawn { account(id: "poa:Account:1000005") { kind subscriptions(first: 1) { nodes { name } } } }',
    );
    await run();
    await expectResult().toContain('"subscriptions"');
    expect(await page.locator('.result-window .view-lines').textContent()).not.toContain('pem.');
    const lines = page.locator('.waterfall li');
    await lines.filter({ hasText: 'poa pem.getAccountInfo' }).first().waitFor();
    await lines.filter({ hasText: 'poa pem.getAccountSubscriptions' }).first().waitFor();
    expect(await page.locator('.waterfall summary').innerText()).toMatch(/^\d+ calls · \d+ waves · \d/);
    const bar = await page.locator('.waterfall-bar').first().boundingBox();
    expect(bar?.width).toBeGreaterThan(1);
    await typeQuery('Nothing', 'query Nothing { viewer { name } }');
    await run();
    await page.getByText('No panel was asked').waitFor();
    expect(complaints).toEqual([]);
  });

  it('completes field names from the schema of the gateway', async () => {
    await replaceText(queryEditor(), '{ vie');
    await page.keyboard.press('Control+Space');
    await page.locator('.suggest-widget').getByText('viewer').first().waitFor();
  });

  it('asks its own origin only, complains about nothing and stores nothing, whatever is used', async () => {
    await run();
    await expectResult().toContain('"sandbox"');
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.getByText('Root Types').waitFor();
    await page.getByRole('button', { name: 'Show History' }).click();
    await page.locator('.graphiql-history').waitFor();
    await page.getByRole('button', { name: /^Prettify query/ }).click();
    await page.getByRole('button', { name: 'New tab' }).click();
    await page.waitForLoadState('networkidle');
    expect(complaints).toEqual([]);
    const urls = requests.map((request) => new URL(request.url()));
    const workers = urls.filter(({ pathname }) => pathname.includes('.worker-'));
    expect(new Set(workers.map(({ pathname }) => pathname)).size).toBe(3);
    const foreign = urls.filter(({ origin, protocol }) => protocol !== 'data:' && origin !== server.origin);
    expect(foreign.map(String)).toEqual([]);
    expect(await readStorage()).toEqual(NOTHING_STORED);
  });
});
