import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Backend } from '../../src/model/index.js';
import { importAddress } from '../src/import/import-text.js';
import { createMspcBackend } from '../support/mspc-gateway.js';
import { createNativeGraph } from '../support/native-graph.js';
import { type AsmxPeer, startAsmx } from './support/asmx.js';
import { callMounted, operationOf, writeReviewed } from './support/mounted-file.js';

const LOGIN = { username: 'serveradmin', password: 'serveradmin' };

describe('the live WSDLs of ASP.NET web services on Mono', () => {
  let peer: AsmxPeer;
  const closers: Array<() => unknown> = [];
  beforeAll(async () => {
    peer = await startAsmx();
  });
  afterAll(async () => {
    for (const close of closers) await close();
    await peer.close();
  });

  /** A backend that has the methods of one service mounted. */
  async function mount(
    service: string,
  ): Promise<{ backend: Backend; skipped: readonly string[]; notes: readonly string[] }> {
    const { text, skipped, notes } = await importAddress(`${peer.url}/${service}.asmx?WSDL`);
    const { file, remove } = writeReviewed(text);
    const backend = createMspcBackend({ url: peer.url, ...LOGIN, descriptors: [file] });
    closers.push(remove, () => backend.close());
    return { backend, skipped, notes };
  }

  it('are imported whole, as the second reader sees them too', async () => {
    for (const service of ['esUsers', 'esPackages', 'esAuthentication']) {
      const { skipped, notes, methods } = await importAddress(`${peer.url}/${service}.asmx?WSDL`);
      expect({ skipped, notes: notes.filter((note) => note.includes('second reader')) }).toEqual({
        skipped: [],
        notes: [],
      });
      expect(methods).toBeGreaterThan(1);
    }
  });

  describe('a service that nobody has described', () => {
    let backend: Backend;
    let skipped: readonly string[];
    let notes: readonly string[];
    beforeAll(async () => {
      ({ backend, skipped, notes } = await mount('esEcho'));
    });

    it('loses what cannot be expressed, and says so', () => {
      expect(skipped).toEqual([]);
      expect(notes).toEqual(
        expect.arrayContaining([
          'Thing has attributes, which are passed over.',
          'Thing contains itself: where it comes again it is of any shape.',
          'StoreRows: rows is a DataSet, which cannot be sent: leave it out.',
        ]),
      );
      expect(operationOf(backend, 'GetThing').description).toBe('Answers the thing that it is given.');
    });

    it('takes and answers every type', async () => {
      const thing = {
        Id: 7,
        Size: 3,
        Price: '12.3400',
        Serial: 9_007_199_254_740_993n,
        Data: new Uint8Array([0, 255, 7]),
        Key: '6f9619ff-8b86-d011-b42d-00cf4fc964ff',
        Made: '2016-04-06T07:08:09',
        Shade: 'Dark',
        Tag: ['a', 'b & <c>'],
        Numbers: [3, -1, 2],
      };
      expect(await callMounted(backend, 'GetThing', { thing })).toMatchObject({
        ...thing,
        Parts: null,
        Password: null,
      });
    });

    it('is told null by xsi:nil where its schema demands that, and tells it so', async () => {
      const bare = {
        Id: 1,
        Price: '0',
        Serial: 0n,
        Key: '00000000-0000-0000-0000-000000000000',
        Made: '2016-01-01T00:00:00',
        Shade: 'Light',
        Tag: [],
      };
      expect(await callMounted(backend, 'GetThing', { thing: bare })).toMatchObject({
        Size: null,
        Tag: [],
        Numbers: null,
      });
      expect(await callMounted(backend, 'GetHalf', {})).toBeNull();
      expect(await callMounted(backend, 'GetHalf', { number: 3 })).toBe(1.5);
    });

    it('answers parameters that go out beside its result, and methods of one name', async () => {
      expect(await callMounted(backend, 'GetSum', { a: 5, b: 3 })).toEqual({
        GetSumResult: 8,
        difference: 2,
      });
      expect(await callMounted(backend, 'Find', { id: 4 })).toBe('id 4');
      expect(await callMounted(backend, 'FindByName', { name: 'x', exact: true })).toBe('name x True');
    });

    it('answers rows of a DataSet by their tables, and nothing where there is nothing', async () => {
      expect(await callMounted(backend, 'GetRows', {})).toEqual({
        Row: [{ Id: '1', Name: 'Zoë & <co>' }, { Id: '2' }],
      });
      expect(await callMounted(backend, 'Touch', { name: 'x' })).toBeNull();
    });
  });

  it('are fields of the native layer: reads as they are classed, all others as writes under their records', async () => {
    const { backend } = await mount('esEcho');
    const graph = createNativeGraph([backend]);
    const read = await graph.run(
      `{ mspc_getThing(input: { thing: { Id: 7, Price: "1.50", Serial: "9007199254740993", Shade: Dark, Tag: ["a"], Made: "2016-04-06T07:08:09",
        Key: "00000000-0000-0000-0000-000000000000", Numbers: [1, 2] } }) { Id Price Serial Shade Tag Numbers Size } }`,
    );
    expect(read).toEqual({
      data: {
        mspc_getThing: {
          Id: 7,
          Price: '1.50',
          Serial: '9007199254740993',
          Shade: 'Dark',
          Tag: ['a'],
          Numbers: [1, 2],
          Size: null,
        },
      },
    });
    expect(graph.records.size).toBe(0);
    const written = await graph.run(
      'mutation { mspc_touch(input: { name: "x" }, idempotencyKey: "k1") { idempotencyKey } }',
    );
    expect(written).toEqual({ data: { mspc_touch: { idempotencyKey: 'k1' } } });
    expect([...graph.records.values()]).toMatchObject([{ state: 'APPLIED', mutation: 'native.Touch' }]);
    const refused = await graph.run('{ mspc_getSum(input: { a: 1 }) { difference } }');
    expect(refused.errors?.[0]?.message).toContain('b');
  });

  it('leave the methods that are known as they are', async () => {
    const { backend } = await mount('esUsers');
    const methods = backend.operations.map(({ method }) => method);
    expect(new Set(methods).size).toBe(methods.length);
    expect(operationOf(backend, 'GetUserById').wire).toBeUndefined();
    expect(await callMounted(backend, 'UserExists', { username: 'acme' })).toBe(true);
  });
});
