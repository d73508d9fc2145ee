/**
 * What a field shows to callers with a scope; the schema carries it in `extensions.access`. To callers without one
 * every field shows all.
 *
 * - `open`: nothing of a panel's customers, or what is the caller's by itself;
 * - `parent`: what belongs to the object that the field stands on, which the caller sees. Also of lists, where the
 *   panel's call answers nothing but what belongs to that object;
 * - `owner`: objects, each of which is shown or not by whom it belongs to. So it is for every field that answers objects
 *   and says nothing else;
 * - `found`: the same for objects asked for by their ids, which keep their places;
 * - `filtered`: a page of a list that holds what is others', too: rows are passed over until the page is full;
 * - `unscoped`: nothing.
 */
export type FieldAccess = 'open' | 'parent' | 'owner' | 'found' | 'filtered' | 'unscoped';
