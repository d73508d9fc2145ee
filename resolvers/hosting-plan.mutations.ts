import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { ExceededQuotaType } from '../schema/exceeded-quota.type.js';
import { HostingPlanType } from '../schema/hosting-plan.type.js';
import {
  CreateHostingPlanInput,
  HostingPlanInput,
  UpdateHostingPlanInput,
} from '../schema/inputs/hosting-plan.inputs.js';
import { payloadOf } from '../schema/payload.js';
import type { GatewayContext } from '../src/context.js';
import { write } from './write.js';

const hostingPlan = { hostingPlan: [() => HostingPlanType, 'The plan, as it is now.'] } as const;

const CreateHostingPlanPayload = payloadOf('createHostingPlan', hostingPlan);
const UpdateHostingPlanPayload = payloadOf('updateHostingPlan', {
  ...hostingPlan,
  exceededQuotas: [
    () => [ExceededQuotaType],
    'Limits of spaces whose packages go by this plan that kept its own limits from changing; the other properties are changed all the same.',
  ],
});
const DeleteHostingPlanPayload = payloadOf('deleteHostingPlan', {
  deletedId: [() => ID, 'Id of what is no more.'],
});

@Resolver()
export class HostingPlanMutations {
  @Mutation(() => CreateHostingPlanPayload, {
    nullable: true,
    description: 'Makes a hosting plan, or an addon plan, that an account sells. MSPC.',
  })
  createHostingPlan(
    @Arg('input', () => CreateHostingPlanInput) input: CreateHostingPlanInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(
      context,
      'createHostingPlan',
      { ...input },
      { ids: { accountId: 'Account', packageId: 'Package' } },
    );
  }

  @Mutation(() => UpdateHostingPlanPayload, {
    nullable: true,
    description: 'Changes the terms of a plan, and with them those of all packages that go by it. MSPC.',
  })
  updateHostingPlan(
    @Arg('input', () => UpdateHostingPlanInput) input: UpdateHostingPlanInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(
      context,
      'updateHostingPlan',
      { ...input },
      { ids: { planId: 'HostingPlan', packageId: 'Package' } },
    );
  }

  @Mutation(() => DeleteHostingPlanPayload, {
    nullable: true,
    description: 'Removes a plan that no package goes by. MSPC.',
  })
  deleteHostingPlan(
    @Arg('input', () => HostingPlanInput) input: HostingPlanInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(context, 'deleteHostingPlan', { ...input }, { ids: { planId: 'HostingPlan' } });
  }
}
