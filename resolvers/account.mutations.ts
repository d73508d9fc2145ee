import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { AccountType } from '../schema/account.type.js';
import { AccountMemberType } from '../schema/account-member.type.js';
import {
  AccountInput,
  ChangeAccountStatusInput,
  CreateAccountInput,
  SuspendAccountInput,
  UpdateAccountContactInput,
  UpdateAccountInput,
} from '../schema/inputs/account.inputs.js';
import {
  AccountMemberInput,
  AddAccountMemberInput,
  SetAccountPasswordInput,
  UpdateAccountMemberInput,
} from '../schema/inputs/account-member.inputs.js';
import { payloadOf } from '../schema/payload.js';
import { TaskType } from '../schema/task.type.js';
import type { GatewayContext } from '../src/context.js';
import { write } from './write.js';

const account = { account: [() => AccountType, 'The account, as it is now.'] } as const;
const member = { member: [() => AccountMemberType, 'The member, as it is now.'] } as const;
const deleted = { deletedId: [() => ID, 'Id of what is no more.'] } as const;
const task = { task: [() => TaskType, 'The work that the panel still does for it.'] } as const;
const signupId = {
  signupId: [() => String, 'H-Sphere: the number of the sign-up, for `accountBySignup`.'],
} as const;

const ONE = { ids: { accountId: 'Account' } } as const;
const NEW = {
  ids: { parentId: 'Account', subscriptionId: 'Subscription', memberSubscriptionId: 'Subscription' },
  names: { brandedDomain: 'domain' },
  below: 'parentId',
} as const;

const CreateAccountPayload = payloadOf('createAccount', { ...account, ...member, ...signupId });
const UpdateAccountContactPayload = payloadOf('updateAccountContact', account);
const UpdateAccountPayload = payloadOf('updateAccount', account);
const ChangeAccountStatusPayload = payloadOf('changeAccountStatus', account);
const SuspendAccountPayload = payloadOf('suspendAccount', account);
const ResumeAccountPayload = payloadOf('resumeAccount', account);
const DeleteAccountPayload = payloadOf('deleteAccount', { ...deleted, ...task });
const PromoteToResellerPayload = payloadOf('promoteToReseller', account);
const SetAccountPasswordPayload = payloadOf('setAccountPassword', account);
const AddAccountMemberPayload = payloadOf('addAccountMember', member);
const UpdateAccountMemberPayload = payloadOf('updateAccountMember', member);
const RemoveAccountMemberPayload = payloadOf('removeAccountMember', { ...account, ...deleted });

@Resolver()
export class AccountMutations {
  @Mutation(() => CreateAccountPayload, {
    nullable: true,
    description:
      'Creates an account; on POA with its first member, both or none of them; on H-Sphere by a sign-up, which can cost money. POA, MSPC, H-Sphere.',
  })
  createAccount(
    @Arg('input', () => CreateAccountInput) input: CreateAccountInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(
      context,
      'createAccount',
      { ...input },
      input.hsphere == null ? NEW : { ...NEW, money: true },
    );
  }

  @Mutation(() => UpdateAccountContactPayload, {
    nullable: true,
    description: 'Changes parts of an account’s contact. POA, MSPC.',
  })
  updateAccountContact(
    @Arg('input', () => UpdateAccountContactInput) input: UpdateAccountContactInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(context, 'updateAccountContact', { ...input }, ONE);
  }

  @Mutation(() => UpdateAccountPayload, {
    nullable: true,
    description: 'Changes other properties of an account. MSPC.',
  })
  updateAccount(
    @Arg('input', () => UpdateAccountInput) input: UpdateAccountInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(context, 'updateAccount', { ...input }, ONE);
  }

  @Mutation(() => ChangeAccountStatusPayload, {
    nullable: true,
    description: 'Puts an account, and all that it has, in another state. MSPC.',
  })
  changeAccountStatus(
    @Arg('input', () => ChangeAccountStatusInput) input: ChangeAccountStatusInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(context, 'changeAccountStatus', { ...input }, ONE);
  }

  @Mutation(() => SuspendAccountPayload, {
    nullable: true,
    description: 'Stops an account and its services; nothing is lost. POA, MSPC, H-Sphere.',
  })
  suspendAccount(
    @Arg('input', () => SuspendAccountInput) input: SuspendAccountInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(context, 'suspendAccount', { ...input }, ONE);
  }

  @Mutation(() => ResumeAccountPayload, {
    nullable: true,
    description: 'Starts a stopped account again. POA, MSPC, H-Sphere.',
  })
  resumeAccount(@Arg('input', () => AccountInput) input: AccountInput, @Ctx() context: GatewayContext) {
    return write(context, 'resumeAccount', { ...input }, ONE);
  }

  @Mutation(() => DeleteAccountPayload, {
    nullable: true,
    description: 'Removes an account with all its data. POA, MSPC, H-Sphere.',
  })
  deleteAccount(@Arg('input', () => AccountInput) input: AccountInput, @Ctx() context: GatewayContext) {
    return write(context, 'deleteAccount', { ...input }, ONE);
  }

  @Mutation(() => PromoteToResellerPayload, {
    nullable: true,
    description: 'Makes a reseller of a customer. POA.',
  })
  promoteToReseller(@Arg('input', () => AccountInput) input: AccountInput, @Ctx() context: GatewayContext) {
    return write(context, 'promoteToReseller', { ...input }, ONE);
  }

  @Mutation(() => SetAccountPasswordPayload, {
    nullable: true,
    description:
      'Sets the password of an account, on POA of one of its members. No panel reads passwords back. POA, MSPC.',
  })
  setAccountPassword(
    @Arg('input', () => SetAccountPasswordInput) input: SetAccountPasswordInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(context, 'setAccountPassword', { ...input }, ONE);
  }

  @Mutation(() => AddAccountMemberPayload, {
    nullable: true,
    description: 'Adds a person who may log in for an account. POA.',
  })
  addAccountMember(
    @Arg('input', () => AddAccountMemberInput) input: AddAccountMemberInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(
      context,
      'addAccountMember',
      { ...input },
      { ids: { ...ONE.ids, subscriptionId: 'Subscription' } },
    );
  }

  @Mutation(() => UpdateAccountMemberPayload, {
    nullable: true,
    description: 'Changes contact or password of a person who may log in, or both at once. POA.',
  })
  updateAccountMember(
    @Arg('input', () => UpdateAccountMemberInput) input: UpdateAccountMemberInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(context, 'updateAccountMember', { ...input }, ONE);
  }

  @Mutation(() => RemoveAccountMemberPayload, {
    nullable: true,
    description: 'Removes a person who may log in. POA.',
  })
  removeAccountMember(
    @Arg('input', () => AccountMemberInput) input: AccountMemberInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(context, 'removeAccountMember', { ...input }, ONE);
  }
}
