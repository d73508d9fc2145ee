import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../schema/access.js';
import { AccountType } from '../schema/account.type.js';
import { ADDONS_OF_A_PACKAGE, Cost } from '../schema/cost.js';
import { HostingPlanType } from '../schema/hosting-plan.type.js';
import { PackageAddonType, PackageQuotaType, PackageType } from '../schema/package.type.js';
import type { GatewayContext } from '../src/context.js';
import { BadUserInputError } from '../src/errors/index.js';
import { MAX_LIST_ARGUMENT, type Package, type PackageAddon } from '../src/model/index.js';
import { checkText } from './check-text.js';
import { find, typedAddressOf } from './lookup.js';
import { wantedOf } from './selection.js';
import { linked } from './told.js';

@Resolver(() => PackageType)
export class PackageResolver {
  @Access('found')
  @Cost({ finds: 'id' })
  @Query(() => PackageType, { nullable: true, description: 'One package; null when its panel knows none.' })
  package(@Arg('id', () => ID) id: string, @Ctx() context: GatewayContext, @Info() info: GraphQLResolveInfo) {
    return find(context, typedAddressOf(context, 'Package', id), wantedOf(info));
  }

  @Cost({ needs: 'accountId' })
  @FieldResolver(() => AccountType, { nullable: true, description: 'The account that bought it.' })
  account(@Root() hostingSpace: Package, @Ctx() context: GatewayContext) {
    return linked(context, 'Package', hostingSpace, 'accountId', 'Account');
  }

  @Access('parent')
  @Cost({ needs: 'planId' })
  @FieldResolver(() => HostingPlanType, { nullable: true, description: 'The plan it was bought by.' })
  plan(@Root() hostingSpace: Package, @Ctx() context: GatewayContext) {
    return linked(context, 'Package', hostingSpace, 'planId', 'HostingPlan');
  }

  @Access('parent')
  @Cost({ own: 1, entries: ADDONS_OF_A_PACKAGE, tells: ['details'] })
  @FieldResolver(() => [PackageAddonType], {
    nullable: 'itemsAndList',
    description: 'What was bought on top of it; null in place of one that cannot be read.',
  })
  addons(@Root() hostingSpace: Package, @Ctx() context: GatewayContext) {
    return context.panel(hostingSpace.backend).packageAddons?.(hostingSpace) ?? null;
  }

  @Access('parent')
  @Cost({ own: 10, perEntryOf: 'names' })
  @FieldResolver(() => [PackageQuotaType], {
    nullable: 'itemsAndList',
    description:
      'Limits and usage: with `names` one call each, without one call for all. With `names`, one entry each in their order; null in place of one that cannot be read.',
  })
  quotas(
    @Root() hostingSpace: Package,
    @Arg('names', () => [String], { nullable: true }) names: string[] | null | undefined,
    @Ctx() context: GatewayContext,
  ) {
    if (names !== null && names !== undefined && names.length > MAX_LIST_ARGUMENT) {
      throw new BadUserInputError(`names takes at most ${MAX_LIST_ARGUMENT} names`, ['names']);
    }
    for (const name of names ?? []) checkText(name, ['names']);
    return context.panel(hostingSpace.backend).packageQuotas?.(hostingSpace, names ?? null) ?? null;
  }
}

@Resolver(() => PackageAddonType)
export class PackageAddonResolver {
  @Cost({ needs: 'packageId' })
  @FieldResolver(() => PackageType, { nullable: true, description: 'The package it was bought for.' })
  package(@Root() addon: PackageAddon, @Ctx() context: GatewayContext) {
    return linked(context, 'PackageAddon', addon, 'packageId', 'Package');
  }

  @Access('parent')
  @Cost({ needs: 'planId' })
  @FieldResolver(() => HostingPlanType, { nullable: true, description: 'The addon plan it was bought by.' })
  plan(@Root() addon: PackageAddon, @Ctx() context: GatewayContext) {
    return linked(context, 'PackageAddon', addon, 'planId', 'HostingPlan');
  }
}
