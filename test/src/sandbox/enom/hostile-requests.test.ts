import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { EnomSimulator } from '../../../../src/sandbox/enom/server.js';
import { ask, LOGIN, named, refusal, requireWellFormed, start, text } from './ask.js';

let enom: EnomSimulator;
beforeAll(async () => {
  enom = await start();
});
afterEach(async () => {
  const xml = await ask(enom, 'GetDomainExp', named('nordlicht.example'));
  expect(text(xml, 'ErrCount')).toBe('0');
});
afterAll(() => enom.close());

const send = (
  body: string | URLSearchParams | Uint8Array<ArrayBuffer>,
  type = 'application/x-www-form-urlencoded',
) => fetch(enom.url, { method: 'POST', body, headers: { 'content-type': type } });

const login = new URLSearchParams({ ...LOGIN, responsetype: 'xml' }).toString();

describe('a hostile request', () => {
  it.each([
    ['markup', '<x>&"\']]>'],
    ['an entity', '&lol;'],
    ['a NUL and other control characters', '\u0000\u0008\u001f\uffff'],
    ['a lone surrogate, sent as U+FFFD', '\ud800'],
    ['CDATA', '<![CDATA[ ]]>'],
  ])('with %s in the command gets a well-formed refusal', async (_, command) => {
    const xml = await ask(enom, command);
    expect(refusal(xml).number).toBe('304150');
  });

  it('gets no line of its own into the text form', async () => {
    const body = new URLSearchParams({ ...LOGIN, command: 'x\r\nErrCount=0' });
    const answer = await (await send(body)).text();
    expect(answer).toContain('\r\nCommand=X ERRCOUNT=0\r\n');
    expect(answer).toContain('\r\nErrCount=1\r\n');
  });

  it('with markup in a name that is checked gets it back escaped', async () => {
    const xml = await ask(enom, 'Check', { sld: '<b>&', tld: 'com' });
    expect(text(xml, 'DomainName')).toBe('&lt;b>&amp;.com');
  });

  it.each([
    ['percent signs that are no escapes', `${login}&command=GetBalance&x=%zz%`],
    ['bytes that are no UTF-8', `${login}&command=GetBalance&x=%ff%fe`],
    ['names out of a prototype', `${login}&command=GetBalance&__proto__=1&constructor=2&toString=3`],
    ['nothing but separators around it', `&&&=&=&${login}&command=GetBalance&&`],
  ])('with %s is read as far as it can be', async (_, body) => {
    const xml = await (await send(body)).text();
    requireWellFormed(xml);
    expect(text(xml, 'ErrCount')).toBe('0');
  });

  it('that is longer than ASP takes is HTTP 413', async () => {
    const response = await send(`${login}&command=GetBalance&x=${'y'.repeat(200_000)}`);
    expect(response.status).toBe(413);
  });

  it('with tens of thousands of parameters is answered at once and recorded in part', async () => {
    enom.reset();
    const began = performance.now();
    const xml = await (await send(`${login}&command=GetBalance&${'a&'.repeat(90_000)}`)).text();
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(text(xml, 'ErrCount')).toBe('0');
    await ask(enom, 'GetBalance', { x: 'y'.repeat(10_000) });
    expect(JSON.stringify(enom.calls).length).toBeLessThan(2_000);
  });

  it('with more users than a count has digits for is refused as a whole', async () => {
    const users = Array.from(
      { length: 1_000 },
      (_, n) => `username${n + 1}=u${n}&password${n + 1}=Kelp-4417`,
    );
    const body = `${login}&command=SetUpPOP3User&sld=nordlicht&tld=example&bundleid=1004279&${users.join('&')}`;
    const xml = await (await send(body)).text();
    expect(refusal(xml).number).toBe('303227');
    expect(text(await ask(enom, 'GetPOP3', named('nordlicht.example')), 'EmailCount')).toBe('3');
  });

  it('with a forwarding address made to stall a pattern is refused at once', async () => {
    const began = performance.now();
    const forwardto = `a@${'a-'.repeat(40_000)}`;
    const xml = await ask(enom, 'SetCatchAll', { ...named('nordlicht.example'), forwardto });
    expect(refusal(xml).number).toBe('304172');
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it.each(['application/json', 'multipart/form-data; boundary=x', 'text/xml', ''])(
    'of type %j has no login',
    async (type) => {
      const answer = await (await send(Buffer.from(`${login}&command=GetBalance`), type)).text();
      expect(answer).toContain('ResponseNumber1=304155');
    },
  );
});
