import { accessSync, constants } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import { ConfigError } from './config-error.js';
import { Secret } from './secret.js';

/** What the loader has to know of a setting before zod sees it. */
const marks = z.registry<{ readonly mark: 'secret' | 'path' }>();

/**
 * A password or key. In the file it stands as itself or, under `<key>File`, as the path of a file that holds it;
 * the program gets a {@link Secret}.
 *
 * @param least - characters that it must have
 */
export const secret = (least = 1) =>
  z
    .string()
    .min(1)
    .refine((value) => value === '' || value.length >= least, `must have at least ${least} characters`)
    .transform((value) => new Secret(value))
    .register(marks, { mark: 'secret' });

/** Path of a folder, relative to the configuration file; the program gets it absolute. */
export const folder = () => z.string().min(1).register(marks, { mark: 'path' });

/** Path of a file that is made where it is not there, relative to the configuration file; the program gets it absolute. */
export const newFile = () => z.string().min(1).register(marks, { mark: 'path' });

/** Path of a file that has to be there, relative to the configuration file; the program gets it absolute. */
export const readableFile = () =>
  z.string().min(1).refine(isReadable, 'names a file that cannot be read').register(marks, { mark: 'path' });

/**
 * Path of a file, relative to the configuration file, that is read at the start; the program gets what it holds.
 *
 * @param read - throws {@link ConfigError} with all that is wrong with the file
 */
export const contentOf = <T>(read: (file: string) => T) =>
  z
    .string()
    .min(1)
    .transform((file, context): T => {
      try {
        return read(file);
      } catch (error) {
        if (!(error instanceof ConfigError)) throw error;
        for (const { path, message } of error.problems) {
          const place = path === '' ? message : `${basename(file)}, ${path}: ${message}`;
          context.addIssue({ code: 'custom', message: place });
        }
        return z.NEVER;
      }
    })
    .register(marks, { mark: 'path' });

export const isSecret = (schema: z.core.$ZodType): boolean => marks.get(schema)?.mark === 'secret';
export const isPath = (schema: z.core.$ZodType): boolean => marks.get(schema)?.mark === 'path';

/** An address that a backend is called at, without a login in it: that would end in logs. */
export const httpUrl = () =>
  z
    .string()
    .refine(isHttpUrl, 'must be an absolute http: or https: URL without a login and without a fragment');

/** A whole number of milliseconds. */
export const milliseconds = (least: number, most: number) => z.int().min(least).max(most);

/** A regular expression of JavaScript, without slashes around it, that understands Unicode. */
export const regularExpression = () =>
  z
    .string()
    .refine(isRegularExpression, 'must be a regular expression')
    .transform((source) => new RegExp(source, 'u'));

function isRegularExpression(source: string): boolean {
  try {
    new RegExp(source, 'u');
    return true;
  } catch {
    return false;
  }
}

function isReadable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

function isHttpUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, hash } = new URL(text);
  return /^https?:$/.test(protocol) && username === '' && password === '' && hash === '';
}
