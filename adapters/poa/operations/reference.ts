/** Names the page of the vendor's text that describes a method. */
export const reference = (page: number): string => `POA Public API Reference 2.8, page ${page}`;

/** The later, public description of methods that the 2.8 reference only names. */
export const LATER_REFERENCE = 'CloudBlue Commerce 20.4, Operations Public API Reference';
