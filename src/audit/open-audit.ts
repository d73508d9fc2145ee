import { type AuditSettings, ConfigError } from '../config/index.js';
import type { Log } from '../log/index.js';
import { type Audit, createAudit } from './audit.js';
import { openAuditFile, type WriteLine } from './audit-file.js';
import { createAuditStream } from './audit-stream.js';

export interface OpenAuditOptions {
  readonly settings: AuditSettings;
  /** A server that keeps what it is given, for `audit.redisStream`. */
  readonly redis: {
    readonly command: <T>(...args: readonly string[]) => Promise<T>;
    readonly keyPrefix: string;
  } | null;
  readonly log: Log;
  readonly onFailure: () => void;
}

/** @throws {@link ConfigError} when the file cannot be written */
export function openAudit({ settings, redis, log, onFailure }: OpenAuditOptions): Audit {
  const { file, redisStream } = settings;
  return createAudit({
    writeLine: file === undefined ? undefined : openFile(file),
    stream:
      redisStream === undefined || redis === null
        ? undefined
        : createAuditStream(redis.command, `${redis.keyPrefix}${redisStream}`),
    log,
    onFailure,
  });
}

function openFile(path: string): WriteLine {
  try {
    return openAuditFile(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    throw new ConfigError([{ path: 'audit.file', message: `cannot be written (${code})` }]);
  }
}
