import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { AccountResolver } from './account.resolver.js';
import { AccountMemberResolver } from './account-member.resolver.js';
import { BackendResolver } from './backend.resolver.js';
import { installDetailResolvers } from './detail-fields.js';
import { DomainResolver } from './domain.resolver.js';
import { EmailBundleResolver, EmailExpirationResolver } from './email-bundle.resolver.js';
import { HostingPlanResolver } from './hosting-plan.resolver.js';
import { MailboxResolver } from './mailbox.resolver.js';
import { NodeResolver } from './node.resolver.js';
import { PackageAddonResolver, PackageResolver } from './package.resolver.js';
import { ServiceUserResolver } from './service-user.resolver.js';
import { SubscriptionMutations } from './subscription.mutations.js';
import { SubscriptionResolver } from './subscription.resolver.js';
import { TaskResolver } from './task.resolver.js';
import { WebspaceResolver } from './webspace.resolver.js';

/** The unified graph, ready to be executed with a `GatewayContext`. */
export function buildGatewaySchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: [
      AccountResolver,
      AccountMemberResolver,
      BackendResolver,
      DomainResolver,
      EmailBundleResolver,
      EmailExpirationResolver,
      HostingPlanResolver,
      MailboxResolver,
      NodeResolver,
      PackageResolver,
      PackageAddonResolver,
      ServiceUserResolver,
      SubscriptionResolver,
      SubscriptionMutations,
      TaskResolver,
      WebspaceResolver,
    ],
    // Arguments are checked where they are used: the adapters know the rules.
    validate: false,
  });
  installDetailResolvers(schema);
  return schema;
}
