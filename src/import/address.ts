import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { ImportError } from './import-error.js';

/**
 * What a command line names: a URL or a file.
 *
 * @throws {@link ImportError} for what is neither
 */
export function addressOf(text: string): URL {
  if (/^(?:https?|file):/i.test(text)) {
    if (!URL.canParse(text)) throw new ImportError('The address is no valid URL.');
    const url = new URL(text);
    if (url.username !== '' || url.password !== '') {
      throw new ImportError('The address holds a login. Give it by --user and --password-env.');
    }
    return url;
  }
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(text))
    throw new ImportError('The address must be http:, https: or a file.');
  if (!existsSync(text)) throw new ImportError(`There is no file ${text}.`);
  return pathToFileURL(text);
}

/** How an address is called where anybody may read it: a query may hold a key, and a folder is nobody's business. */
export function publicAddress({ protocol, origin, pathname, search }: URL): string {
  if (protocol === 'file:') return decodeURIComponent(pathname.split('/').at(-1) ?? '');
  return `${origin}${pathname}${/^\?(?:single)?wsdl$/i.test(search) ? search : ''}`;
}
