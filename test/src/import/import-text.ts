import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type ImportOptions, type ImportResult, importDescriptors } from '../../../src/import/index.js';
import type { DescriptorText } from '../../../src/mounted/descriptor-text.js';

export const OPTIONS: ImportOptions = {
  service: null,
  only: [],
  allowedHosts: [],
  login: null,
  ca: null,
  timeoutMs: 10_000,
  maxBytes: 1024 * 1024,
  now: new Date('2026-01-02T03:04:05Z'),
  version: '1.2.3',
};

export interface Imported extends ImportResult {
  readonly file: DescriptorText;
}

/** Imports a WSDL that lies beside other files, the first of them. */
export async function importFiles(
  files: Readonly<Record<string, string>>,
  options: Partial<ImportOptions> = {},
): Promise<Imported> {
  const folder = mkdtempSync(join(tmpdir(), 'hostgraph-import-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const [first = ''] = Object.keys(files);
    return await importAddress(join(folder, first), options);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const importText = (wsdl: string, options: Partial<ImportOptions> = {}): Promise<Imported> =>
  importFiles({ 'panel.wsdl': wsdl }, options);

export async function importAddress(
  address: string,
  options: Partial<ImportOptions> = {},
): Promise<Imported> {
  const result = await importDescriptors(address, { ...OPTIONS, ...options });
  // What was written is a descriptor file.
  return { ...result, file: parse(result.text) as DescriptorText };
}
