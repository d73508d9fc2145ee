import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../schema/access.js';
import { BUNDLES_OF_A_DOMAIN, Cost } from '../schema/cost.js';
import { DomainType } from '../schema/domain.type.js';
import {
  EmailBundleType,
  EmailExpirationConnection,
  EmailExpirationType,
} from '../schema/email-bundle.type.js';
import { MailboxConnection } from '../schema/mailbox.type.js';
import type { GatewayContext } from '../src/context.js';
import { type EmailBundle, type EmailExpiration, mentionOf } from '../src/model/index.js';
import { checkPage, toConnection } from './connection.js';
import { aboutDomain, checkDomainName } from './domain.resolver.js';
import { askEveryBackend } from './every-backend.js';
import { filteredConnection } from './filtered-connection.js';
import { backendOf, find, typedAddressOf } from './lookup.js';
import { PageArgs } from './page-args.js';
import { wantedOf } from './selection.js';

@Resolver(() => EmailBundleType)
export class EmailBundleResolver {
  @Access('found')
  @Cost({ finds: 'id' })
  @Query(() => EmailBundleType, {
    nullable: true,
    description: 'One bundle; null when its registrar knows none.',
  })
  emailBundle(
    @Arg('id', () => ID) id: string,
    @Ctx() context: GatewayContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return find(context, typedAddressOf(context, 'EmailBundle', id), wantedOf(info));
  }

  @Access('owner')
  @Cost({ own: 10, everyBackend: 'emailBundles', entries: BUNDLES_OF_A_DOMAIN, tells: ['details'] })
  @Query(() => [EmailBundleType], {
    nullable: 'itemsAndList',
    description: 'Bundles of a domain name at every eNom backend; null with an error where one failed.',
  })
  emailBundles(@Arg('domain', () => String) domain: string, @Ctx() context: GatewayContext) {
    const name = checkDomainName(domain, ['domain']);
    return askEveryBackend(context, aboutDomain('emailBundles', name), (panel) => panel.emailBundles?.(name));
  }

  @Access('filtered')
  @Cost({ own: 1 })
  @Query(() => EmailExpirationConnection, {
    nullable: true,
    description: 'When mailboxes end, by domain, at eNom.',
  })
  emailExpirations(
    @Arg('backend', () => String) backend: string,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: GatewayContext,
  ) {
    const { name } = backendOf(context, backend);
    return filteredConnection(context, checkPage(args), {
      read: (rows) => context.panel(name).emailExpirations?.(rows),
      keyOf: ({ domainName, bundleId }) => `${domainName}~${bundleId ?? ''}`,
      shows: ({ domainName }) => context.access.shows('Domain', mentionOf(name, 'Domain', domainName)),
    });
  }

  @Cost({})
  @FieldResolver(() => DomainType, { nullable: true, description: 'The domain it was bought for.' })
  domain(@Root() { backend, domainName }: EmailBundle) {
    return mentionOf(backend, 'Domain', domainName);
  }

  @Access('parent')
  @Cost({ own: 1, tells: ['details', 'subscriptionId'] })
  @FieldResolver(() => MailboxConnection, { nullable: true, description: 'Its mailboxes.' })
  async mailboxes(
    @Root() bundle: EmailBundle,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: GatewayContext,
  ) {
    const page = checkPage(args);
    const listing = await context.panel(bundle.backend).bundleMailboxes?.(bundle);
    return toConnection(listing, page, context, ({ id }) => id);
  }
}

@Resolver(() => EmailExpirationType)
export class EmailExpirationResolver {
  @Cost({})
  @FieldResolver(() => EmailBundleType, { nullable: true, description: 'The bundle that ends.' })
  bundle(@Root() { backend, domainName, bundleId }: EmailExpiration) {
    return bundleId && mentionOf(backend, 'EmailBundle', `${domainName}~${bundleId}`);
  }
}
