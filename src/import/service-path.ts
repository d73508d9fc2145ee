const SPEAKABLE = /^\/?[\w.~%@+-]+(?:\/[\w.~%@+-]+)*$/;

/**
 * The paths of services, as a descriptor file has them: the last step of each where all lie in one folder, so that they
 * hold wherever the panel is mounted, else whole paths.
 *
 * @param locations - addresses as the WSDL states them, hosts and all; `undefined` where it states none
 * @param home - where the WSDL came from
 * @returns by location; `undefined` where none can be had
 */
export function servicePaths(
  locations: readonly (string | undefined)[],
  home: URL,
): ReadonlyMap<string | undefined, string | undefined> {
  const fallback = home.protocol === 'file:' ? undefined : home.pathname;
  const found = new Map(locations.map((location) => [location, pathOf(location) ?? fallback]));
  const paths = [...found.values()].filter((path) => path !== undefined);
  const folders = new Set(paths.map((path) => path.slice(0, path.lastIndexOf('/') + 1)));
  const canBeShort = folders.size === 1 && paths.every((path) => !path.endsWith('/'));
  return new Map(
    [...found].map(([location, path]) => {
      const text = canBeShort ? path?.slice(path.lastIndexOf('/') + 1) : path;
      return [location, text !== undefined && SPEAKABLE.test(text) ? text : undefined];
    }),
  );
}

function pathOf(location: string | undefined): string | undefined {
  if (location === undefined || !/^https?:/i.test(location) || !URL.canParse(location)) return undefined;
  return new URL(location).pathname;
}
