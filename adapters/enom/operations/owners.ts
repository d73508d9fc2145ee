/**
 * The parameters that lead to whoever a call concerns, of the commands that take nothing else of anybody's: where a pak
 * is named beside the domain, or the domain twice, no document says which of the two the service goes by.
 */
export const ofDomain = { param: 'sld', suffix: 'tld', type: 'Domain' } as const;
