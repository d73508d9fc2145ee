import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import {
  CreateMailboxInput,
  MailboxAddressesInput,
  MailboxInput,
  MailboxPrimaryAddressInput,
  MoveMailboxesInput,
  SetMailboxAdministratorInput,
  SetMailboxForwardingInput,
  SetMailboxPasswordInput,
  UpdateMailboxInput,
} from '../schema/inputs/mailbox.inputs.js';
import { MailboxType } from '../schema/mailbox.type.js';
import { MailboxMoveFailureType } from '../schema/mailbox-move-failure.type.js';
import { payloadOf } from '../schema/payload.js';
import type { GatewayContext } from '../src/context.js';
import { write } from './write.js';

const mailbox = { mailbox: [() => MailboxType, 'The mailbox, as it is now.'] } as const;
const deleted = { deletedId: [() => ID, 'Id of what is no more.'] } as const;
const moved = {
  mailboxes: [() => [MailboxType], 'The mailboxes that the panel moves.'],
  failures: [() => [MailboxMoveFailureType], 'Those that it does not, and why.'],
} as const;

const ONE = { ids: { mailboxId: 'Mailbox' } } as const;

const CreateMailboxPayload = payloadOf('createMailbox', mailbox);
const UpdateMailboxPayload = payloadOf('updateMailbox', mailbox);
const DeleteMailboxPayload = payloadOf('deleteMailbox', deleted);
const SetMailboxPasswordPayload = payloadOf('setMailboxPassword', mailbox);
const SetMailboxForwardingPayload = payloadOf('setMailboxForwarding', mailbox);
const AddMailboxAddressesPayload = payloadOf('addMailboxAddresses', mailbox);
const RemoveMailboxAddressesPayload = payloadOf('removeMailboxAddresses', mailbox);
const SetMailboxPrimaryAddressPayload = payloadOf('setMailboxPrimaryAddress', mailbox);
const SetMailboxAdministratorPayload = payloadOf('setMailboxAdministrator', mailbox);
const MoveMailboxesPayload = payloadOf('moveMailboxes', moved);

@Resolver()
export class MailboxMutations {
  @Mutation(() => CreateMailboxPayload, {
    nullable: true,
    description: 'Creates a mailbox: on POA for a service user, on eNom in a bundle. POA, eNom.',
  })
  createMailbox(
    @Arg('input', () => CreateMailboxInput) input: CreateMailboxInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(
      context,
      'createMailbox',
      { ...input },
      {
        ids: { serviceUserId: 'ServiceUser', bundleId: 'EmailBundle' },
        names: { address: 'address', otherAddresses: 'address' },
      },
    );
  }

  @Mutation(() => UpdateMailboxPayload, {
    nullable: true,
    description: 'Changes properties of a mailbox. POA.',
  })
  updateMailbox(
    @Arg('input', () => UpdateMailboxInput) input: UpdateMailboxInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(context, 'updateMailbox', { ...input }, ONE);
  }

  @Mutation(() => DeleteMailboxPayload, {
    nullable: true,
    description: 'Removes a mailbox with all mail in it. POA, eNom.',
  })
  deleteMailbox(@Arg('input', () => MailboxInput) input: MailboxInput, @Ctx() context: GatewayContext) {
    return write(context, 'deleteMailbox', { ...input }, ONE);
  }

  @Mutation(() => SetMailboxPasswordPayload, {
    nullable: true,
    description:
      'Sets the password of a mailbox, on POA of its service user. No panel reads passwords back. POA, eNom.',
  })
  setMailboxPassword(
    @Arg('input', () => SetMailboxPasswordInput) input: SetMailboxPasswordInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(context, 'setMailboxPassword', { ...input }, ONE);
  }

  @Mutation(() => SetMailboxForwardingPayload, {
    nullable: true,
    description: 'Sends the mail of a mailbox on to another address, or no more. POA, eNom.',
  })
  setMailboxForwarding(
    @Arg('input', () => SetMailboxForwardingInput) input: SetMailboxForwardingInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(context, 'setMailboxForwarding', { ...input }, { ...ONE, stated: ['to'] });
  }

  @Mutation(() => AddMailboxAddressesPayload, {
    nullable: true,
    description: 'Gives a mailbox further addresses. POA.',
  })
  addMailboxAddresses(
    @Arg('input', () => MailboxAddressesInput) input: MailboxAddressesInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(context, 'addMailboxAddresses', { ...input }, { ...ONE, names: { addresses: 'address' } });
  }

  @Mutation(() => RemoveMailboxAddressesPayload, {
    nullable: true,
    description: 'Takes addresses away from a mailbox; those that it does not have are passed over. POA.',
  })
  removeMailboxAddresses(
    @Arg('input', () => MailboxAddressesInput) input: MailboxAddressesInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(context, 'removeMailboxAddresses', { ...input }, ONE);
  }

  @Mutation(() => SetMailboxPrimaryAddressPayload, {
    nullable: true,
    description: 'Sets the address that a mailbox writes from. POA.',
  })
  setMailboxPrimaryAddress(
    @Arg('input', () => MailboxPrimaryAddressInput) input: MailboxPrimaryAddressInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(
      context,
      'setMailboxPrimaryAddress',
      { ...input },
      { ...ONE, names: { address: 'address' } },
    );
  }

  @Mutation(() => SetMailboxAdministratorPayload, {
    nullable: true,
    description: 'Sets whether a mailbox administers the others of its domain. eNom.',
  })
  setMailboxAdministrator(
    @Arg('input', () => SetMailboxAdministratorInput) input: SetMailboxAdministratorInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(context, 'setMailboxAdministrator', { ...input }, ONE);
  }

  @Mutation(() => MoveMailboxesPayload, {
    nullable: true,
    description: 'Moves mailboxes to another store, as far as each can be moved. POA.',
  })
  moveMailboxes(
    @Arg('input', () => MoveMailboxesInput) input: MoveMailboxesInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(
      context,
      'moveMailboxes',
      { ...input },
      { ids: { mailboxIds: 'Mailbox', storeId: 'MailboxStore' } },
    );
  }
}
