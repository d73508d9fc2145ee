import type { GraphQLSchema } from 'graphql';
import type { Backend } from '../model/index.js';
import { buildNativeSchema } from './build-schema.js';
import { type Counters, CredentialChecks } from './permission.js';

export interface NativeSettings {
  /** Whether methods that are only named can be called. */
  readonly raw: boolean;
  /** How often one caller may have passwords checked. */
  readonly credentialChecksPerMinute: number;
}

export interface NativeLayerOptions {
  /** All configured backends. */
  readonly backends: readonly Backend[];
  readonly settings: NativeSettings;
  readonly counters: Counters;
}

/** Every method of every configured panel, generated from their descriptors when it is first asked for. */
export class NativeLayer {
  readonly backends: readonly Backend[];
  readonly raw: boolean;
  readonly credentialChecks: CredentialChecks;
  private built: GraphQLSchema | undefined;

  constructor({ backends, settings, counters }: NativeLayerOptions) {
    this.backends = backends;
    this.raw = settings.raw;
    this.credentialChecks = new CredentialChecks(counters, settings.credentialChecksPerMinute);
  }

  schema(): GraphQLSchema {
    this.built ??= buildNativeSchema(this);
    return this.built;
  }
}
