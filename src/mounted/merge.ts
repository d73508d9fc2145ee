import type { Log } from '../log/index.js';
import type { AnyOperation } from '../operation/operation.js';

/** What a backend has of its own, and what its configuration adds. */
export interface OperationSources {
  readonly own: readonly AnyOperation[];
  /** Per descriptor file, in the order of the configuration. */
  readonly mounted: ReadonlyArray<readonly AnyOperation[]>;
  /** Path of the service that methods belong to which name none. */
  readonly service?: string;
}

/**
 * The methods of a backend: those of its kind, and then those that its configuration mounts. One that its service has
 * already stays as it is, since code relies on it, and the log is told.
 */
export function mergeOperations(
  { own, mounted, service = '' }: OperationSources,
  log: Log,
): readonly AnyOperation[] {
  const identity = (operation: AnyOperation) =>
    `${lastStep(operation.service ?? service)} ${operation.method}`;
  const known = new Set(own.map(identity));
  const added = mounted.flat().filter((operation) => {
    const { method, source } = operation;
    const isNew = !known.has(identity(operation));
    known.add(identity(operation));
    if (!isNew)
      log.warn({ method, source }, 'a method of a descriptor file is there already, and is not mounted');
    return isNew;
  });
  return [...own, ...added];
}

/** What services are known by; the folder may be stated or be that of the configured address. */
const lastStep = (path: string): string => path.slice(path.lastIndexOf('/') + 1).toLowerCase();
