import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../schema/access.js';
import { AccountType } from '../schema/account.type.js';
import { Cost } from '../schema/cost.js';
import {
  HostingPlanType,
  PlanGroupType,
  PlanQuotaType,
  PlanResourceType,
} from '../schema/hosting-plan.type.js';
import type { GatewayContext } from '../src/context.js';
import type { HostingPlan } from '../src/model/index.js';
import { find, typedAddressOf } from './lookup.js';
import { wantedOf } from './selection.js';
import { linked } from './told.js';

@Resolver(() => HostingPlanType)
export class HostingPlanResolver {
  @Access('found')
  @Cost({ finds: 'id' })
  @Query(() => HostingPlanType, { nullable: true, description: 'One plan; null when its panel knows none.' })
  hostingPlan(
    @Arg('id', () => ID) id: string,
    @Ctx() context: GatewayContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return find(context, typedAddressOf(context, 'HostingPlan', id), wantedOf(info));
  }

  @Cost({ needs: 'accountId' })
  @FieldResolver(() => AccountType, { nullable: true, description: 'The account that offers it.' })
  account(@Root() plan: HostingPlan, @Ctx() context: GatewayContext) {
    return linked(context, 'HostingPlan', plan, 'accountId', 'Account');
  }

  @Access('parent')
  @Cost({ own: 1 })
  @FieldResolver(() => [PlanGroupType], { nullable: 'itemsAndList' })
  async groups(@Root() plan: HostingPlan, @Ctx() context: GatewayContext) {
    if (plan.groups !== undefined) return plan.groups;
    return (await context.panel(plan.backend).planContents?.(plan))?.groups ?? null;
  }

  @Access('parent')
  @Cost({ own: 10 })
  @FieldResolver(() => [PlanQuotaType], { nullable: 'itemsAndList' })
  async quotas(@Root() plan: HostingPlan, @Ctx() context: GatewayContext) {
    if (plan.quotas !== undefined) return plan.quotas;
    return (await context.panel(plan.backend).planContents?.(plan))?.quotas ?? null;
  }

  @Access('parent')
  @Cost({ needs: 'resources' })
  @FieldResolver(() => [PlanResourceType], {
    nullable: true,
    description: 'POA: the resource types it grants.',
  })
  resources(@Root() plan: HostingPlan, @Ctx() context: GatewayContext) {
    if (plan.resources !== undefined) return plan.resources;
    return context.panel(plan.backend).planResources?.(plan) ?? null;
  }
}
