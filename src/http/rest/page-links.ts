import { DEFAULT_FIRST } from '../../model/index.js';

type Query = Readonly<Record<string, string | readonly string[]>>;

/**
 * `Link` of one page (RFC 8288), relative to the address that was asked, whatever proxies made of it: the first page,
 * and the next where there is one.
 */
export function pageLinks(query: Query, nextCursor: string | null): string {
  const rest = { ...query };
  delete rest.after;
  const first = `<?${toQuery({ first: String(DEFAULT_FIRST), ...rest })}>; rel="first"`;
  return nextCursor === null ? first : `<?${toQuery({ ...rest, after: nextCursor })}>; rel="next", ${first}`;
}

const toQuery = (query: Query): string =>
  new URLSearchParams(
    Object.entries(query).flatMap(([name, values]) =>
      [values].flat().map((value): [string, string] => [name, value]),
    ),
  ).toString();
