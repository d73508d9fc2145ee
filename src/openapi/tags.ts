/** What the tags of the operations that come with the gateway are about. */
export const TAG_TEXTS: Readonly<Record<string, string>> = {
  'Account members': 'People who log in for an account. POA.',
  Accounts: 'Providers, resellers and customers, and what belongs to them.',
  Billing: 'Credits and debits of an account. Money moves, so each needs an `Idempotency-Key`. H-Sphere.',
  DNS: 'Zones of domains and their records. POA.',
  Domains: 'Domain names: hosted at POA, registered at eNom.',
  'Email bundles': 'Places for mailboxes that are bought for a domain. eNom.',
  Gateway: 'Who asks, which panels there are, and what became of changes and tasks.',
  'Hosting plans': 'What is sold: by POA to read, by MSPC to change, too.',
  Mailboxes: 'Mailboxes: Exchange at POA, bundles at eNom.',
  Packages: 'What an account has bought of a plan, its addons and quotas. MSPC.',
  'Service users': 'Users of the services of a subscription. POA.',
  Subscriptions: 'What an account has bought of a plan, and its resources. POA.',
};

export const OTHER_TAG_TEXT = 'Operations that were added to this gateway.';
