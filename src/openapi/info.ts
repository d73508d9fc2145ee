type Json = Readonly<Record<string, unknown>>;

/** What is true of all routes. */
export const DESCRIPTION = `Accounts, subscriptions, domains, mailboxes, packages and what else hosting panels keep, over
plain HTTP and JSON. Each route is an operation of the GraphQL graph at \`/graphql\`.

- **Ids** are \`<backend>:<Type>:<the panel’s own id>\`. In a path a slash in one is \`%2F\`.
- **Lists** are \`{ "items": [ … ] }\`. Those with pages have \`nextCursor\`, which is \`after\` of the next page, and \`Link\`.
- **Partial answers**: a read of which a part failed is 200, has \`X-Hostgraph-Partial: 1\`, and says under \`problems\` what is
  missing.
- **Problems** are \`application/problem+json\` (RFC 9457); \`code\` says which. A method that a path does not take is 405.
- **Changes** are made once for each \`Idempotency-Key\`, however often they are sent.
- \`HEAD\` and \`OPTIONS\` work everywhere. \`X-Hostgraph-Timeout-Ms\` says how long a client waits at most.

The examples are of the sandbox.`;

export const SECURITY_SCHEMES: Readonly<Record<string, Json>> = {
  key: { type: 'apiKey', in: 'header', name: 'X-Api-Key', description: 'An API key.' },
  bearer: {
    type: 'http',
    scheme: 'bearer',
    description: 'An API key, or a JSON Web Token of an issuer that the gateway knows.',
  },
};
