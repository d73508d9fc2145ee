/** Names the page of the vendor's text that describes a method. */
export const reference = (page: number): string => `POA Public API Reference 2.8, page ${page}`;

/** Names the page of a later edition, for methods that the 2.8 text only names. */
export const laterReference = (release: string, method: string): string =>
  `POA Public API Reference ${release}, "${method}"`;

/** The later, public description of methods that the 2.8 reference only names. */
export const LATER_REFERENCE = 'CloudBlue Commerce 20.4, Operations Public API Reference';
