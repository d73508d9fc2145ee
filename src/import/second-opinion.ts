import type { DocumentSet } from './document-set.js';

/**
 * What the WSDL parser of the package `soap` finds that this one has not, and the other way round: two readers that
 * share no code rarely make the same mistake. It is asked where a WSDL is one document: others it would fetch itself,
 * from anywhere and without any limit.
 *
 * @param names - operations that have been imported or told to be left out
 * @returns a sentence each; empty where both agree, and where the other one cannot be asked
 */
export async function secondOpinion(
  { whole }: DocumentSet,
  names: ReadonlySet<string>,
): Promise<readonly string[]> {
  if (whole === null) return [];
  const found = await operationsOf(whole);
  if (found === undefined) return ['The second reader, of the package soap, cannot read this WSDL.'];
  const missed = [...found].filter((name) => !names.has(name));
  const added = [...names].filter((name) => !found.has(name));
  return [
    ...missed.map(
      (name) => `The second reader, of the package soap, also finds ${name}: compare with the WSDL.`,
    ),
    ...added.map(
      (name) => `The second reader, of the package soap, does not find ${name}: compare with the WSDL.`,
    ),
  ];
}

type WsdlOptions = NonNullable<ConstructorParameters<typeof import('soap')['WSDL']>[2]>;

/** It takes elements for imports that are none; whatever they name, nothing is fetched, and it fails. */
const NO_IMPORTS: WsdlOptions = {
  wsdl_options: { overrideImportLocation: () => 'http://nowhere.invalid/' },
  httpClient: {
    request(_url, _data, callback) {
      callback(new Error('nothing is fetched'));
      return new Promise<never>(() => undefined);
    },
  },
};

/** @returns `undefined` if it cannot be read */
async function operationsOf(text: string): Promise<ReadonlySet<string> | undefined> {
  // Not before it is needed: the gateway itself never loads the package.
  const { WSDL } = await import('soap');
  return new Promise((resolve) => {
    try {
      const wsdl = new WSDL(text, 'import.wsdl', NO_IMPORTS);
      wsdl.onReady((error) => {
        if (error) {
          resolve(undefined);
          return;
        }
        const bindings = Object.values(wsdl.definitions.bindings);
        resolve(new Set(bindings.flatMap(({ methods }) => Object.keys(methods ?? {}))));
      });
    } catch {
      resolve(undefined);
    }
  });
}
