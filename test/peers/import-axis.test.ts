import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Backend } from '../../src/model/index.js';
import { importAddress } from '../src/import/import-text.js';
import { createHsphereBackend } from '../support/hsphere-gateway.js';
import { type AxisPeer, startAxis } from './support/axis.js';
import { callMounted, operationOf, writeReviewed } from './support/mounted-file.js';

const ADMIN = { login: 'admin', password: 'admin-pass' };

describe.each([{ server: 'simple' }, { server: 'tomcat' }] as const)(
  'the live WSDLs of Axis 1.4, $server server',
  (kind) => {
    let peer: AxisPeer;
    const closers: Array<() => unknown> = [];
    beforeAll(async () => {
      peer = await startAxis({ ...kind, engine: 'stock' });
    });
    afterAll(async () => {
      for (const close of closers) await close();
      await peer.close();
    });

    async function mount(url: string): Promise<Backend> {
      const { text } = await importAddress(`${url}?wsdl`);
      const { file, remove } = writeReviewed(text);
      const backend = createHsphereBackend({ url: peer.url, ...ADMIN, descriptors: [file] });
      closers.push(remove, () => backend.close());
      return backend;
    }

    it('are imported whole, as the second reader sees them too', async () => {
      const { methods, skipped, notes } = await importAddress(`${peer.url}?wsdl`);
      expect({ methods, skipped, notes }).toEqual({ methods: 16, skipped: [], notes: [] });
    });

    it('give methods that the gateway logs in for', async () => {
      const backend = await mount(peer.url);
      // `deleteAccount` is in no document that the kind's own methods are from.
      const { params } = operationOf(backend, 'searchUserIdBySignupId_2');
      expect(Object.keys(params.members)).toEqual(['signupId']);
      expect(await callMounted(backend, 'searchUserIdBySignupId_2', { signupId: 13n })).toEqual(
        expect.any(String),
      );
    });

    describe('of a service that nobody has described', () => {
      let backend: Backend;
      beforeAll(async () => {
        backend = await mount(peer.url.replace('AdminServices', 'Echo'));
      });

      it('give beans, with nulls and arrays in them', async () => {
        const sample = { name: 'Zoë & <co>', size: 3, weight: 0.5, tags: ['a', 'b'] };
        expect(await callMounted(backend, 'getSample', { sample })).toEqual({ ...sample, inner: null });
        expect(await callMounted(backend, 'getSample', { sample: { weight: 1 } })).toEqual({
          name: null,
          size: null,
          weight: 1,
          tags: [],
          inner: null,
        });
        expect(await callMounted(backend, 'getSamples', { samples: [sample, sample] })).toHaveLength(2);
      });

      it('give every number in its exact type', async () => {
        const numbers = { a: 300, b: -5, c: 1.5, d: 7, e: true, f: 9_007_199_254_740_993n };
        expect(await callMounted(backend, 'describe', numbers)).toBe('300 -5 1.5 7 true 9007199254740993');
      });

      it('give bytes, lists, lists of lists, times and maps', async () => {
        const bytes = await callMounted(backend, 'getReversed', { bytes: new Uint8Array([1, 2, 255]) });
        expect([...(bytes as Uint8Array)]).toEqual([255, 2, 1]);
        expect(await callMounted(backend, 'getUpper', { texts: ['a', 'ö'] })).toEqual(['A', 'Ö']);
        expect(await callMounted(backend, 'getMatrix', { rows: [[1, 2], [3]] })).toEqual([[1, 2], [3]]);
        expect(await callMounted(backend, 'getLater', { time: '2016-04-06T07:00:00Z' })).toMatch(
          /^2016-04-06T08:00:00/,
        );
        expect(await callMounted(backend, 'getTable', {})).toEqual([
          { key: 'count', value: '2' },
          { key: 'name', value: 'Zoë' },
        ]);
        expect(await callMounted(backend, 'touch', { name: 'x' })).toBeNull();
      });
    });
  },
);
