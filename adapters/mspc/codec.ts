import type { PanelCall } from '../../src/model/index.js';
import type { AnyOperation } from '../../src/operation/operation.js';
import { secretsOf } from '../../src/operation/secrets.js';
import { compileMethod, type DocumentMethod } from '../../src/wire/soap/document/index.js';
import type { MspcSettings } from './config.js';

/** Calls to XML, answers to records, by the shapes of their operations. */
export interface MspcCodec {
  methodOf(operation: AnyOperation): DocumentMethod;
  secretsOf(call: PanelCall): readonly string[];
}

/** Made per instance: installations differ in their namespace. */
export function createMspcCodec({ namespace }: Pick<MspcSettings, 'namespace'>): MspcCodec {
  const compiled = new Map<AnyOperation, DocumentMethod>();
  return {
    methodOf(operation) {
      const known = compiled.get(operation);
      if (known !== undefined) return known;
      const { method, params, result, wire } = operation;
      const name = wire?.name ?? method;
      const made = compileMethod({ name, namespace: wire?.namespace ?? namespace, params, result, wire });
      compiled.set(operation, made);
      return made;
    },
    secretsOf: ({ operation, params }) => secretsOf(operation.params, params),
  };
}
