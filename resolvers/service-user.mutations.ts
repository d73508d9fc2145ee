import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import {
  CreateServiceUserInput,
  ServiceUserInput,
  SetServiceUserPasswordInput,
  UpdateServiceUserInput,
} from '../schema/inputs/service-user.inputs.js';
import { payloadOf } from '../schema/payload.js';
import { ServiceUserType } from '../schema/service-user.type.js';
import type { GatewayContext } from '../src/context.js';
import { write } from './write.js';

const serviceUser = { serviceUser: [() => ServiceUserType, 'The service user, as it is now.'] } as const;
const deleted = { deletedId: [() => ID, 'Id of what is no more.'] } as const;

const ONE = { ids: { serviceUserId: 'ServiceUser' } } as const;

const CreateServiceUserPayload = payloadOf('createServiceUser', serviceUser);
const UpdateServiceUserPayload = payloadOf('updateServiceUser', serviceUser);
const SetServiceUserPasswordPayload = payloadOf('setServiceUserPassword', serviceUser);
const EnableServiceUserPayload = payloadOf('enableServiceUser', serviceUser);
const DisableServiceUserPayload = payloadOf('disableServiceUser', serviceUser);
const DeleteServiceUserPayload = payloadOf('deleteServiceUser', deleted);

@Resolver()
export class ServiceUserMutations {
  @Mutation(() => CreateServiceUserPayload, {
    nullable: true,
    description: 'Adds a person who uses the services of a subscription. POA.',
  })
  createServiceUser(
    @Arg('input', () => CreateServiceUserInput) input: CreateServiceUserInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(context, 'createServiceUser', { ...input }, { ids: { subscriptionId: 'Subscription' } });
  }

  @Mutation(() => UpdateServiceUserPayload, {
    nullable: true,
    description: 'Changes login or personal data of a service user. POA.',
  })
  updateServiceUser(
    @Arg('input', () => UpdateServiceUserInput) input: UpdateServiceUserInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(context, 'updateServiceUser', { ...input }, ONE);
  }

  @Mutation(() => SetServiceUserPasswordPayload, {
    nullable: true,
    description: 'Sets the password of a service user. No panel reads passwords back. POA.',
  })
  setServiceUserPassword(
    @Arg('input', () => SetServiceUserPasswordInput) input: SetServiceUserPasswordInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(context, 'setServiceUserPassword', { ...input }, ONE);
  }

  @Mutation(() => EnableServiceUserPayload, {
    nullable: true,
    description: 'Lets a service user log in again. POA.',
  })
  enableServiceUser(
    @Arg('input', () => ServiceUserInput) input: ServiceUserInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(context, 'enableServiceUser', { ...input }, ONE);
  }

  @Mutation(() => DisableServiceUserPayload, {
    nullable: true,
    description: 'Keeps a service user from logging in; nothing is lost. POA.',
  })
  disableServiceUser(
    @Arg('input', () => ServiceUserInput) input: ServiceUserInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(context, 'disableServiceUser', { ...input }, ONE);
  }

  @Mutation(() => DeleteServiceUserPayload, { nullable: true, description: 'Removes a service user. POA.' })
  deleteServiceUser(
    @Arg('input', () => ServiceUserInput) input: ServiceUserInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(context, 'deleteServiceUser', { ...input }, ONE);
  }
}
