import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Float, ID, Info, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../schema/access.js';
import { AccountConnection, AccountType } from '../schema/account.type.js';
import { Cost, LISTED_ACCOUNT, LISTED_PACKAGE, LISTED_PLAN } from '../schema/cost.js';
import { HostingPlanConnection } from '../schema/hosting-plan.type.js';
import { PackageConnection } from '../schema/package.type.js';
import { SubscriptionConnection } from '../schema/subscription.type.js';
import type { GatewayContext } from '../src/context.js';
import { BadUserInputError } from '../src/errors/index.js';
import { type Account, mentionOf } from '../src/model/index.js';
import { checkText } from './check-text.js';
import { checkPage, toConnection } from './connection.js';
import { filteredConnection, idOf, showsRow } from './filtered-connection.js';
import { backendOf, find, typedAddressOf } from './lookup.js';
import { PageArgs } from './page-args.js';
import { wantedOf } from './selection.js';
import { linked } from './told.js';

@Resolver(() => AccountType)
export class AccountResolver {
  @Access('found')
  @Cost({ finds: 'id' })
  @Query(() => AccountType, {
    nullable: true,
    description: 'One account; null when its panel knows none. eNom has no accounts.',
  })
  account(@Arg('id', () => ID) id: string, @Ctx() context: GatewayContext, @Info() info: GraphQLResolveInfo) {
    return find(context, typedAddressOf(context, 'Account', id), wantedOf(info));
  }

  @Access('filtered')
  @Cost({ own: 1, tells: LISTED_ACCOUNT })
  @Query(() => AccountConnection, {
    nullable: true,
    description:
      'Accounts below one, the login’s own by default. Null on POA and eNom, which cannot list accounts.',
  })
  async accounts(
    @Arg('backend', () => String) backend: string,
    @Arg('owner', () => ID, { nullable: true }) owner: string | null | undefined,
    @Arg('recursive', () => Boolean, { nullable: true, defaultValue: false }) recursive: boolean | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: GatewayContext,
  ) {
    const page = checkPage(args);
    const { name } = backendOf(context, backend);
    const top = ownerWithin(context, name, owner);
    const isShown = top === null || (await context.access.shows('Account', mentionOf(name, 'Account', top)));
    return filteredConnection(context, page, {
      // Below an account that is not there, there is nothing.
      read: async (rows) =>
        isShown ? context.panel(name).accounts?.(top, recursive ?? false, rows) : { whole: [] },
      keyOf: idOf,
      shows: showsRow(context, 'Account'),
    });
  }

  @Access('owner')
  @Cost({ own: 1 })
  @Query(() => AccountType, {
    nullable: true,
    description:
      'The account that a login belongs to. POA and MSPControl can tell; on POA it is a member’s login.',
  })
  accountByLogin(
    @Arg('backend', () => String) backend: string,
    @Arg('login', () => String) login: string,
    @Ctx() context: GatewayContext,
  ) {
    return (
      context.panel(backendOf(context, backend).name).accountByLogin?.(checkText(login, ['login'])) ?? null
    );
  }

  @Access('owner')
  @Cost({ own: 1 })
  @Query(() => AccountType, {
    nullable: true,
    description: 'The account that a signup led to. H-Sphere alone knows signups.',
  })
  accountBySignup(
    @Arg('backend', () => String) backend: string,
    @Arg('signupId', () => String) signupId: string,
    @Ctx() context: GatewayContext,
  ) {
    const { name } = backendOf(context, backend);
    return context.panel(name).accountBySignup?.(checkText(signupId, ['signupId'])) ?? null;
  }

  @Access('unscoped')
  @Cost({ own: 1 })
  @Query(() => Boolean, {
    nullable: true,
    description:
      'Whether a login is still free. On POA false when it is taken, else null: it cannot tell more.',
  })
  loginAvailable(
    @Arg('backend', () => String) backend: string,
    @Arg('login', () => String) login: string,
    @Ctx() context: GatewayContext,
  ) {
    return (
      context.panel(backendOf(context, backend).name).loginAvailable?.(checkText(login, ['login'])) ?? null
    );
  }

  @Cost({ needs: 'parentId' })
  @FieldResolver(() => AccountType, { nullable: true, description: 'The account above it; null at the top.' })
  parent(@Root() account: Account, @Ctx() context: GatewayContext) {
    return linked(context, 'Account', account, 'parentId', 'Account');
  }

  @Access('parent')
  @Cost({ own: 1, tells: LISTED_ACCOUNT })
  @FieldResolver(() => AccountConnection, {
    nullable: true,
    description:
      'Accounts below it, with those below them when `recursive`. Null where the panel cannot list them.',
  })
  async children(
    @Root() account: Account,
    @Arg('recursive', () => Boolean, { nullable: true, defaultValue: false }) recursive: boolean | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: GatewayContext,
  ) {
    const page = checkPage(args);
    const listing = await context.panel(account.backend).childAccounts?.(account, recursive ?? false, page);
    return toConnection(listing, page, context, idOf);
  }

  @Access('parent')
  @Cost({ own: 1 })
  @FieldResolver(() => SubscriptionConnection, {
    nullable: true,
    description: 'What it has subscribed to, on POA.',
  })
  async subscriptions(
    @Root() account: Account,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: GatewayContext,
  ) {
    const page = checkPage(args);
    return toConnection(
      await context.panel(account.backend).accountSubscriptions?.(account),
      page,
      context,
      idOf,
    );
  }

  @Access('parent')
  @Cost({ own: 1, tells: LISTED_PACKAGE })
  @FieldResolver(() => PackageConnection, {
    nullable: true,
    description: 'Its hosting spaces, on MSPControl.',
  })
  async packages(
    @Root() account: Account,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: GatewayContext,
  ) {
    const page = checkPage(args);
    return toConnection(
      await context.panel(account.backend).accountPackages?.(account, page),
      page,
      context,
      idOf,
    );
  }

  @Access('parent')
  @Cost({ own: 1, tells: LISTED_PLAN })
  @FieldResolver(() => HostingPlanConnection, {
    nullable: true,
    description:
      'Plans on MSPControl: its own, or with `offered` those it may buy; with `addons` what is bought on top.',
  })
  async hostingPlans(
    @Root() account: Account,
    @Arg('offered', () => Boolean, { nullable: true, defaultValue: false }) offered: boolean | null,
    @Arg('addons', () => Boolean, { nullable: true, defaultValue: false }) addons: boolean | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: GatewayContext,
  ) {
    const page = checkPage(args);
    const listing = await context.panel(account.backend).accountHostingPlans?.(account, {
      offered: offered ?? false,
      addons: addons ?? false,
    });
    return toConnection(listing, page, context, idOf);
  }

  @Access('parent')
  @Cost({ own: 1 })
  @FieldResolver(() => Float, {
    nullable: true,
    description: 'H-Sphere: disk space the account may use, in KiB.',
  })
  diskQuotaKiB(@Root() account: Account, @Ctx() context: GatewayContext) {
    return context.panel(account.backend).diskQuotaKiB?.(account) ?? null;
  }
}

function ownerWithin(
  context: GatewayContext,
  backend: string,
  owner: string | null | undefined,
): string | null {
  if (owner === null || owner === undefined) return null;
  const address = typedAddressOf(context, 'Account', owner, ['owner']);
  if (address.backend !== backend)
    throw new BadUserInputError('owner must be an account of that backend', ['owner']);
  return address.nativeId;
}
