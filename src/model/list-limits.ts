/** Most entries of one page: `first` is 0 to this. */
export const MAX_FIRST = 200;

/** Entries of a page that nobody gave a length; an explicit null means the same. */
export const DEFAULT_FIRST = 50;

/** Most entries of a list that an argument takes: ids, names. */
export const MAX_LIST_ARGUMENT = 100;
