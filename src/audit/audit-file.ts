import { closeSync, openSync, writeSync } from 'node:fs';

const OWNER_ONLY = 0o600;

/** Adds one line to where the audit is kept. @throws the system's error */
export type WriteLine = (line: string) => void;

/**
 * Adds lines to a file and changes nothing that is there. It is opened for each line: whoever rotates files may move it
 * away at any time. A line is one write of the system's, so that several processes may share the file. What the system
 * has taken survives the end of this process, not that of the machine; the records of writes are for that.
 *
 * @throws the system's error when the file cannot be written
 */
export function openAuditFile(path: string): WriteLine {
  closeSync(openSync(path, 'a', OWNER_ONLY));
  return (line) => {
    const file = openSync(path, 'a', OWNER_ONLY);
    try {
      const bytes = Buffer.from(`${line}\n`);
      for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
    } finally {
      closeSync(file);
    }
  };
}
