import { boolean, oneOf, optional, type ParameterType, stringOf, structOf } from './parameters.js';
import type { MappingProperties } from './web-records.js';

const VERBS = new Set(['GET', 'POST', 'HEAD', 'TRACE', 'DEBUG']);

/** @see POA Public API Reference 2.8, "IIS Application Mappings Management" */
export const engine = oneOf('ASP', 'ASP.NET1.1', 'ASP.NET2', 'Perl', 'PHP', 'SSI');

/** 6 when it is absent. */
export const iisVersion = optional(oneOf(6, 7));

export const extension = stringOf('file name extension', (value) =>
  /^(\*|\.?[a-z0-9_-]{1,32})$/i.test(value),
);

const verbs = stringOf('list of GET, POST, HEAD, TRACE and DEBUG', (value) => {
  const given = value.split(',').map((verb) => verb.trim());
  return given.every((verb) => VERBS.has(verb)) && new Set(given).size === given.length;
});

export const properties: ParameterType<MappingProperties> = structOf({
  verbs,
  script_engine: boolean,
  verify_if_exists: boolean,
});

/** Extensions are the same in any case, and with or without a dot in front. */
export function isSameExtension(one: string, other: string): boolean {
  const bare = (text: string) => text.replace(/^\./, '').toLowerCase();
  return bare(one) === bare(other);
}
