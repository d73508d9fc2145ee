/** The name of a `twin` member's 64-bit form; the clamped int has the same one without `64`. */
export const wideName = (name: string): string => (name.endsWith('64') ? name : `${name}64`);

export const narrowName = (name: string): string => wideName(name).slice(0, -2);
