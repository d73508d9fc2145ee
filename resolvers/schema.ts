import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { installAccessRules } from './access-fields.js';
import { AccountMutations } from './account.mutations.js';
import { AccountResolver } from './account.resolver.js';
import { AccountMemberResolver } from './account-member.resolver.js';
import { BackendResolver } from './backend.resolver.js';
import { BillingMutations } from './billing.mutations.js';
import { installDetailResolvers } from './detail-fields.js';
import { DomainMutations } from './domain.mutations.js';
import { DomainResolver } from './domain.resolver.js';
import { EmailBundleMutations } from './email-bundle.mutations.js';
import { EmailBundleResolver, EmailExpirationResolver } from './email-bundle.resolver.js';
import { HostingPlanMutations } from './hosting-plan.mutations.js';
import { HostingPlanResolver } from './hosting-plan.resolver.js';
import { MailboxMutations } from './mailbox.mutations.js';
import { MailboxResolver } from './mailbox.resolver.js';
import { NodeResolver } from './node.resolver.js';
import { PackageMutations } from './package.mutations.js';
import { PackageAddonResolver, PackageResolver } from './package.resolver.js';
import { ServiceUserMutations } from './service-user.mutations.js';
import { ServiceUserResolver } from './service-user.resolver.js';
import { SubscriptionMutations } from './subscription.mutations.js';
import { SubscriptionResolver } from './subscription.resolver.js';
import { TaskResolver } from './task.resolver.js';
import { WebspaceResolver } from './webspace.resolver.js';
import { WriteOutcomeResolver } from './write-outcome.resolver.js';

/** The unified graph, ready to be executed with a `GatewayContext`. */
export function buildGatewaySchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: [
      AccountResolver,
      AccountMutations,
      AccountMemberResolver,
      BackendResolver,
      BillingMutations,
      DomainResolver,
      DomainMutations,
      EmailBundleResolver,
      EmailBundleMutations,
      EmailExpirationResolver,
      HostingPlanResolver,
      HostingPlanMutations,
      MailboxResolver,
      MailboxMutations,
      NodeResolver,
      PackageResolver,
      PackageAddonResolver,
      PackageMutations,
      ServiceUserResolver,
      ServiceUserMutations,
      SubscriptionResolver,
      SubscriptionMutations,
      TaskResolver,
      WebspaceResolver,
      WriteOutcomeResolver,
    ],
    // Arguments are checked where they are used: the adapters know the rules.
    validate: false,
    // It would execute an introspection query. graphql-js checks the schema once the first operation is validated,
    // which is before the gateway listens.
    skipCheck: true,
  });
  installDetailResolvers(schema);
  installAccessRules(schema);
  return schema;
}
