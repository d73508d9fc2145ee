import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { backendKinds } from '../../../adapters/index.js';
import { configSchema } from '../../../src/config/config-schema.js';
import { unwrap } from '../../../src/config/schema-walk.js';

const pageOf = (name: string): string =>
  readFileSync(new URL(`../../../docs/${name}.md`, import.meta.url), 'utf8');

/** Setting and default of each row that documents a setting. */
const rowsOf = (page: string): Array<[string, string]> =>
  [...page.matchAll(/^\| `([a-z][^`]*)` \|([^|]*)\|/gm)].map(([, path = '', standard = '']) => [
    path,
    standard.trim().replaceAll(', ', ','),
  ]);

/** The settings of the schema and their defaults as the page has to write them; sections are not settings. */
function settingsOf(schema: z.core.$ZodType, path: string): Array<[string, string]> {
  const bare = unwrap(schema);
  const below = (inner: z.core.$ZodType, step: string) => settingsOf(inner, `${path}${step}`);
  if (bare instanceof z.ZodObject) {
    return Object.entries(bare.shape).flatMap(([key, member]) =>
      below(member, path === '' ? key : `.${key}`),
    );
  }
  if (bare instanceof z.ZodDiscriminatedUnion) return bare.def.options.flatMap((option) => below(option, ''));
  if (bare instanceof z.ZodRecord && path === 'backends') return below(bare.def.valueType, '.<name>');
  const own: [string, string] = [path, standardOf(schema)];
  return bare instanceof z.ZodArray && unwrap(bare.def.element) instanceof z.ZodObject
    ? [own, ...below(bare.def.element, '[]')]
    : [own];
}

function standardOf(schema: z.core.$ZodType): string {
  if (schema instanceof z.ZodOptional) return '';
  if (!(schema instanceof z.ZodDefault)) return 'required';
  const { defaultValue } = schema.def;
  return `\`${typeof defaultValue === 'string' ? defaultValue : JSON.stringify(defaultValue)}\``;
}

/** A kind's page has other tables, too. */
const settingsSectionOf = (page: string): string =>
  /^## Settings$.*?(?=^## |$(?![\s\S]))/ms.exec(page)?.[0] ?? '';

const general = rowsOf(pageOf('configuration'));

describe.each(Object.entries(backendKinds))(
  'docs/configuration.md with docs/backends/%s.md',
  (kind, module) => {
    const settings = Object.fromEntries(settingsOf(configSchema({ [kind]: module }), ''));
    /** A kind's page may name a setting again where its default differs. */
    const documented = Object.fromEntries([
      ...general,
      ...rowsOf(settingsSectionOf(pageOf(`backends/${kind}`))),
    ]);

    it('documents every setting, and none that does not exist', () => {
      expect(Object.keys(documented).sort()).toEqual(Object.keys(settings).sort());
    });

    it('gives every setting the default that it has', () => {
      expect(documented).toEqual(settings);
    });
  },
);
