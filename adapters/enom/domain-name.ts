/**
 * A domain as commands name it. What an account holds has exactly one label before the suffix that it was
 * registered under, so the first dot parts the two, whatever the suffix: `example-shop` and `co.uk`. A name below a
 * registered one gets a suffix that nobody registers under, and is not found, as it should be.
 *
 * @param name - at least two labels
 */
export function toDomainParams(name: string): { readonly sld: string; readonly tld: string } {
  const dot = name.indexOf('.');
  return { sld: name.slice(0, dot), tld: name.slice(dot + 1) };
}
