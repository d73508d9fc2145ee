import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './processes/start.js';

/**
 * A module of the gateway as it was built, which is what runs in production: tsx names every closure at run time, and
 * code of many small ones is a third slower by that.
 *
 * @typeParam M - the module as its source has it
 * @param path - from the root of the sources, with `.js` at its end
 */
export const built = <M>(path: string): Promise<M> => import(pathToFileURL(join(ROOT, 'dist', path)).href);
