/**
 * The parameters that lead to whoever a call concerns. A method names one only where nothing else that it takes can
 * reach an object of someone else, and, where one of two parameters is ignored beside the other, names the one that
 * counts: for the account of its owner a caller must not act on the domain of another.
 */
export const ofAccount = { param: 'account_id', type: 'Account' } as const;
export const ofSubscription = { param: 'subscription_id', type: 'Subscription' } as const;
export const ofDomain = { param: 'domain_id', type: 'Domain' } as const;
export const ofDomainNamed = { param: 'domain_name', type: 'Domain' } as const;
export const ofMailbox = { param: 'mailbox_id', type: 'Mailbox' } as const;
/** Staff members of an account have a `user_id`, too; no call takes theirs. */
export const ofServiceUser = { param: 'user_id', type: 'ServiceUser' } as const;
