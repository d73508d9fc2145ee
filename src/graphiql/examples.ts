/** One tab that GraphiQL opens with. GraphiQL titles a tab by the name of its operation. */
export interface Example {
  readonly query: string;
  /** What the variables editor holds; an example without variables leaves it empty. */
  readonly variables?: Readonly<Record<string, string | number | readonly string[] | null>>;
}

const lookAround: Example = {
  query: `# Who you are to the gateway,
# and which panels stand behind it.
query LookAround {
  viewer {
    name
    roles
    sandbox
  }
  backends {
    name
    kind
    status
    capabilities
  }
}
`,
};

const oneCustomer: Example = {
  query: `# One customer with what was sold to it. An id is
# <backend>:<Type>:<the panel's own id>.
query OneCustomer($account: ID!) {
  account(id: $account) {
    id
    kind
    parent {
      id
      contact {
        companyName
      }
    }
    contact {
      firstName
      lastName
      companyName
      email
      phone {
        countryCode
        areaCode
        number
      }
      address {
        street
        postalCode
        city
        country
      }
    }
    subscriptions(first: 10) {
      nodes {
        id
        name
        active
        plan {
          id
          name
        }
        domains(first: 10) {
          nodes {
            id
            name
          }
        }
      }
    }
  }
}
`,
  variables: { account: 'poa:Account:1000005' },
};

const limitsUsedUp: Example = {
  query: `# How much of a subscription's limits is used.
# Limit and usage are 64-bit: strings in JSON.
query LimitsUsedUp($subscription: ID!) {
  subscription(id: $subscription) {
    id
    name
    active
    resources {
      resourceTypeId
      name
      resourceClass
      unit
      limit
      unlimited
      usage
    }
  }
}
`,
  variables: { subscription: 'poa:Subscription:2000005' },
};

const mailboxes: Example = {
  query: `# A page of a subscription's mailboxes: for the
# next one put pageInfo.endCursor into "after".
# Below it one mailbox by its address, from
# every backend that knows it.
query Mailboxes(
  $subscription: ID!
  $first: Int!
  $after: String
  $address: EmailAddress!
) {
  subscription(id: $subscription) {
    id
    name
    mailboxes(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        address
        displayName
        status
        limits {
          sizeKiB
        }
      }
    }
  }
  mailboxesByAddress(address: $address) {
    id
    address
    otherAddresses
    protocols {
      imap4
      pop3
      activeSync
    }
  }
}
`,
  variables: {
    subscription: 'poa:Subscription:2000006',
    first: 2,
    after: null,
    address: 'office@alpine-tours.example',
  },
};

const anyNode: Example = {
  query: `# Any object by its id, whatever its type; many
# in the order asked, null where there is none.
query AnyNode($id: ID!, $ids: [ID!]!) {
  node(id: $id) {
    __typename
    id
    ... on Domain {
      name
      kind
      hosting
      registrarStatus
      subscription {
        id
        name
      }
    }
  }
  nodes(ids: $ids) {
    __typename
    id
    ... on Account {
      kind
      contact {
        companyName
      }
    }
    ... on Subscription {
      name
      active
    }
  }
}
`,
  variables: {
    id: 'poa:Domain:nordlicht.example',
    ids: ['poa:Account:1000002', 'poa:Account:1000006', 'poa:Subscription:2000006'],
  },
};

const oneNameEverywhere: Example = {
  query: `# One domain name on every panel that knows it:
# hosted here, registered there, its mail bought
# somewhere else again.
query OneNameEverywhere($name: String!) {
  domainsByName(name: $name) {
    id
    backend {
      kind
    }
    registrarStatus
    expiresOn
    autoRenew
    counterparts {
      id
    }
    emailBundles {
      id
      quantity
      available
      expiresOn
      mailboxes(first: 5) {
        nodes {
          address
          administrator
        }
      }
    }
  }
}
`,
  variables: { name: 'nordlicht.example' },
};

const threePanels: Example = {
  query: `# The same customer on three panels, over three
# wire protocols.
query ThreePanels($login: String!, $account: ID!) {
  poa: accountByLogin(backend: "poa", login: $login) {
    id
    contact {
      companyName
    }
  }
  mspc: accountByLogin(backend: "mspc", login: $login) {
    id
    status
    contact {
      companyName
    }
    packages(first: 5) {
      nodes {
        name
        status
        plan {
          name
        }
      }
    }
  }
  hsphere: account(id: $account) {
    id
    diskQuotaKiB
  }
}
`,
  variables: { login: 'nordlicht', account: 'hsphere:Account:5012' },
};

const quotasNearLimits: Example = {
  query: `# What a package may use, and what it uses. Naming
# quotas costs a call each; leaving the names out
# costs one call for all of them.
query QuotasNearLimits($package: ID!) {
  package(id: $package) {
    name
    status
    purchasedAt
    quotas {
      name
      kind
      allocated
      unlimited
      used
    }
    addons {
      quantity
      status
      plan {
        name
      }
    }
  }
}
`,
  variables: { package: 'mspc:Package:17' },
};

const expiringMail: Example = {
  query: `# What ends next at the registrar.
query ExpiringMail {
  emailExpirations(backend: "enom", first: 10) {
    nodes {
      domainName
      expiresOn
      autoRenew
    }
  }
  domains(backend: "enom", first: 5) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      expiresOn
    }
  }
}
`,
};

const changeHosting: Example = {
  query: `# Changes on POA: an account, a subscription, a
# domain, a service user, a mailbox. Each answers
# the object as it is now, or why it was refused.
mutation ChangeHosting {
  updateAccountContact(
    input: { accountId: "poa:Account:1000005", contact: { email: "post@nordlicht.example" } }
  ) {
    account {
      contact {
        email
      }
    }
    userErrors {
      code
      message
      field
    }
  }
  renameSubscription(input: { subscriptionId: "poa:Subscription:2000005", name: "Nordlicht Web 2" }) {
    subscription {
      name
    }
    userErrors {
      code
      message
      field
    }
  }
  disableDomain(input: { domainId: "poa:Domain:nordlicht.example" }) {
    domain {
      enabled
    }
    userErrors {
      code
      message
      field
    }
  }
  updateMailbox(input: { mailboxId: "poa:Mailbox:5000001", sizeLimitKiB: "4194304" }) {
    mailbox {
      limits {
        sizeKiB
      }
    }
    userErrors {
      code
      message
      field
    }
  }
  createServiceUser(
    input: {
      subscriptionId: "poa:Subscription:2000006"
      login: "new@alpine-tours.example"
      password: "Correct-Horse-7"
    }
  ) {
    serviceUser {
      id
      login
    }
    userErrors {
      code
      message
      field
    }
  }
}
`,
};

const changePackages: Example = {
  query: `# Changes on MSPControl: a package and a plan. What
# is left out stays as it is; a quota that would be
# exceeded is told by name.
mutation ChangePackages {
  renamePackage(input: { packageId: "mspc:Package:17", name: "Web Pro 2" }) {
    package {
      name
    }
    userErrors {
      code
      message
      field
    }
  }
  updateHostingPlan(input: { planId: "mspc:HostingPlan:11", description: "Ten sites" }) {
    hostingPlan {
      description
    }
    userErrors {
      code
      message
      field
    }
  }
  addPackageAddon(
    input: { packageId: "mspc:Package:17", planId: "mspc:HostingPlan:15", quantity: 1 }
  ) {
    packageAddon {
      id
      quantity
    }
    exceededQuotas {
      name
      excess
    }
    userErrors {
      code
      message
      field
    }
  }
}
`,
};

const moveMoney: Example = {
  query: `# Where money moves, a change needs a key of yours.
# Run it again: the same key never buys or books a
# second time, and answers what came of the first.
mutation MoveMoney($purchase: String!, $credit: String!) {
  purchaseEmailBundle(
    input: { backend: "enom", domain: "nordlicht.example", quantity: 5, idempotencyKey: $purchase }
  ) {
    emailBundle {
      id
      quantity
    }
    orderId
    orderAmount
    userErrors {
      code
      message
      field
    }
  }
  addCredit(
    input: {
      accountId: "hsphere:Account:5012"
      amount: "12.50"
      description: "Goodwill"
      idempotencyKey: $credit
    }
  ) {
    account {
      id
    }
    userErrors {
      code
      message
      field
    }
  }
}
`,
  variables: { purchase: 'my-order-4711', credit: 'my-credit-4711' },
};

const whatBecameOfIt: Example = {
  query: `# What became of a change, by its key: for when an
# answer was lost on the way. UNKNOWN is settled by
# reading back where the panel can tell.
query WhatBecameOfIt($key: String!) {
  writeOutcome(idempotencyKey: $key) {
    state
    mutation
    startedAt
    node {
      id
    }
    userErrors {
      code
      message
    }
  }
}
`,
  variables: { key: 'my-order-4711' },
};

/**
 * The tabs, in their order; the ids are in the sandbox's seed. The first one takes no variables: GraphiQL
 * shows those of a tab only once it is selected.
 */
export const examples: readonly Example[] = [
  lookAround,
  oneCustomer,
  limitsUsedUp,
  mailboxes,
  oneNameEverywhere,
  threePanels,
  quotasNearLimits,
  expiringMail,
  anyNode,
  changeHosting,
  changePackages,
  moveMoney,
  whatBecameOfIt,
];
