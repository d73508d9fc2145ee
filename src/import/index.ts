import { addressOf, publicAddress } from './address.js';
import { loadDocuments } from './document-set.js';
import { DocumentFetcher, type FetchSettings } from './fetch-document.js';
import { ImportError } from './import-error.js';
import { type Imported, importWsdl } from './import-wsdl.js';
import { importXmlRpc } from './import-xml-rpc.js';
import { keepMountable } from './keep-mountable.js';
import { type Colophon, render } from './render.js';
import { secondOpinion } from './second-opinion.js';

export { ImportError };

export interface ImportOptions extends FetchSettings, Colophon {
  /** Local name of the one service of the WSDL that is wanted; `null`: all. */
  readonly service: string | null;
  /** Names of operations that are wanted; empty: all. */
  readonly only: readonly string[];
  /** Hosts beside that of the address from which a WSDL may import, `name` or `name:port`. */
  readonly allowedHosts: readonly string[];
}

export interface ImportResult {
  /** The descriptor file. */
  readonly text: string;
  readonly methods: number;
  readonly skipped: readonly string[];
  readonly notes: readonly string[];
}

/**
 * Makes a descriptor file from a WSDL, or from what an XML-RPC server lists.
 *
 * @param address - URL or file of the WSDL, or URL of the server
 * @throws {@link ImportError} with a sentence for whoever asked
 */
export async function importDescriptors(address: string, options: ImportOptions): Promise<ImportResult> {
  const home = addressOf(address);
  const fetcher = new DocumentFetcher(home, options);
  try {
    const imported = keepMountable(await read(home, fetcher, options));
    const methods = Object.keys(imported.descriptors.methods).length;
    const { skipped, notes } = imported;
    return { text: render(imported, options), methods, skipped, notes };
  } finally {
    await fetcher.close();
  }
}

async function read(home: URL, fetcher: DocumentFetcher, options: ImportOptions): Promise<Imported> {
  const source = publicAddress(home);
  const root = await wsdlAt(home, fetcher, options.timeoutMs);
  if (root === undefined) {
    return importXmlRpc((call) => fetcher.post(home, call), { source, only: options.only });
  }
  const notes: string[] = [];
  const documents = await loadDocuments(root, home, {
    get: (url) => fetcher.get(url),
    tell: (note) => notes.push(note),
    allowedHosts: new Set(options.allowedHosts),
  });
  const imported = importWsdl(
    documents,
    { home, source, service: options.service, only: options.only },
    notes,
  );
  if (options.service !== null || options.only.length > 0) return imported;
  const opinion = await secondOpinion(documents, new Set(imported.operations));
  return { ...imported, notes: [...imported.notes, ...opinion] };
}

const LOOKS_LIKE_WSDL = /[?&](?:single)?wsdl\b|\.(?:wsdl|xml)$/i;

/** @returns `undefined` for the address of an XML-RPC server: it has nothing to show, or a page for people */
async function wsdlAt(home: URL, fetcher: DocumentFetcher, timeoutMs: number): Promise<string | undefined> {
  if (home.protocol === 'file:' || LOOKS_LIKE_WSDL.test(home.pathname + home.search))
    return fetcher.get(home);
  try {
    // Some servers of XML-RPC let whoever does not POST wait.
    const text = await fetcher.get(home, Math.ceil(timeoutMs / 3));
    return /<(?:[\w.-]+:)?(?:definitions|description)[\s>]/.test(text) ? text : undefined;
  } catch (error) {
    if (error instanceof ImportError) return undefined;
    throw error;
  }
}
