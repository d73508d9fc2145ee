/** The parameter that leads to whoever a call concerns, of the calls that take nothing else of anybody's. */
export const ofAccount = { param: 'accountId', type: 'Account' } as const;
