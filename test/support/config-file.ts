import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { backendSettings, type Config, ConfigError, loadConfig, secret } from '../../src/config/index.js';
import type { BackendKinds } from '../../src/model/backend-kind.js';

/** A kind of panel with settings alone. */
export const plainKinds: BackendKinds = {
  plain: {
    schema: backendSettings.extend({
      username: z.string().min(1),
      password: secret(),
      namespaces: z.array(z.string()).default([]),
    }),
    operations: [],
    create() {
      throw new Error('Not to be made here.');
    },
  },
};

export interface ConfigFolder {
  readonly path: string;
  write(name: string, content: string): string;
  load(content: string, env?: Readonly<Record<string, string>>): Config;
  /** Lines of the error, one a problem; empty if there is none. */
  problemsOf(content: string, env?: Readonly<Record<string, string>>): readonly string[];
  remove(): void;
}

/** A folder of its own for configuration files and what they refer to. */
export function createConfigFolder(): ConfigFolder {
  const path = mkdtempSync(join(tmpdir(), 'hostgraph-config-'));
  const write = (name: string, content: string): string => {
    const file = join(path, name);
    writeFileSync(file, content);
    return file;
  };
  const load: ConfigFolder['load'] = (content, env = {}) =>
    loadConfig({ file: write('hostgraph.yaml', content), env, kinds: plainKinds });
  return {
    path,
    write,
    load,
    problemsOf(content, env) {
      try {
        load(content, env);
        return [];
      } catch (error) {
        if (error instanceof ConfigError) return error.message.split('\n');
        throw error;
      }
    },
    remove: () => rmSync(path, { recursive: true }),
  };
}
