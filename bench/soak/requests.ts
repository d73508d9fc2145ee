/** One request of the load. */
export interface SoakRequest {
  readonly path: string;
  readonly method: 'GET' | 'POST';
  readonly body?: string;
}

const graphql = (query: string, variables: object = {}): SoakRequest => ({
  path: '/graphql',
  method: 'POST',
  body: JSON.stringify({ query, variables }),
});

const READS: readonly SoakRequest[] = [
  graphql(
    '{ account(id: "poa:Account:1000005") { login contact { email } subscriptions { nodes { name active } } } }',
  ),
  graphql('{ account(id: "mspc:Account:12") { login contact { email } packages { nodes { name } } } }'),
  graphql('{ account(id: "hsphere:Account:5001") { id login } }'),
  graphql('{ domain(id: "enom:Domain:nordlicht.example") { name nameServers autoRenew registrarLock } }'),
  graphql('{ domainsByName(name: "nordlicht.example") { id name } }'),
  { path: '/rest/v1/accounts/poa:Account:1000005', method: 'GET' },
  { path: '/rest/v1/backends', method: 'GET' },
];
const CREDIT = `mutation ($input: AddCreditInput!) { addCredit(input: $input) { userErrors { code } } }`;
const SUSPEND = `mutation ($input: SubscriptionInput!) { suspendSubscription(input: $input) { userErrors { code } } }`;
/** Of so many requests, one is a change. */
const READS_TO_A_CHANGE = 20;

/**
 * The request of a number: reads of all panels in turn and, now and then, a change with a key of its own. Amounts of
 * credits count up in cents, so that one that was booked twice is found by its amount.
 */
export function requestOf(index: number): SoakRequest {
  if (index % READS_TO_A_CHANGE !== 0) return READS[index % READS.length] ?? graphql('{ __typename }');
  const change = index / READS_TO_A_CHANGE;
  const idempotencyKey = `soak-${change}`;
  return change % 2 === 0
    ? graphql(SUSPEND, { input: { subscriptionId: 'poa:Subscription:2000005', idempotencyKey } })
    : graphql(CREDIT, {
        input: {
          accountId: 'hsphere:Account:5001',
          amount: (change / 100).toFixed(2),
          description: 'Soak',
          idempotencyKey,
        },
      });
}
