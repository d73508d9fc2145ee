/** What every element without attributes is told with: one value, so that nobody has to look into it. */
export const NO_ATTRIBUTES_BY_NAME: Readonly<Record<string, never>> = Object.freeze(Object.create(null));
