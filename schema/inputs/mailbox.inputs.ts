import { Field, ID, InputType, Int } from 'type-graphql';
import { Secret, ValueField } from '../fields.js';
import { BigIntScalar } from '../scalars/big-int.scalar.js';
import { EmailAddressScalar } from '../scalars/email-address.scalar.js';
import { WriteInput } from './write.input.js';

@InputType('MailProtocolsInput', {
  description:
    'By which protocols a mailbox can be reached. What is left out is off in a new mailbox, and stays as it is in one that exists.',
})
export class MailProtocolsInput {
  @ValueField(() => Boolean, 'Outlook Web Access.')
  owa?: boolean | null;

  @ValueField(() => Boolean, 'Outlook.')
  mapi?: boolean | null;

  @ValueField(() => Boolean, 'ActiveSync, for telephones.')
  activeSync?: boolean | null;

  @ValueField(() => Boolean, 'IMAP4.')
  imap4?: boolean | null;

  @ValueField(() => Boolean, 'POP3.')
  pop3?: boolean | null;
}

@InputType('CreateMailboxInput', {
  description:
    'A new mailbox. On POA it is for a service user: `serviceUserId`, `alias`, `protocols` and `sizeLimitKiB` are required. On eNom it takes a place of an email bundle: `bundleId` and `password` are. A member of the other panel is refused.',
})
export class CreateMailboxInput extends WriteInput {
  @Field(() => EmailAddressScalar, { description: 'Its address.' })
  address!: string;

  @ValueField(() => ID, 'POA: the service user whose mailbox it is.')
  serviceUserId?: string | null;

  @ValueField(() => String, 'POA: short name, unique in the organisation.')
  alias?: string | null;

  @ValueField(() => MailProtocolsInput, 'POA: by which protocols it can be reached.')
  protocols?: MailProtocolsInput | null;

  @ValueField(() => BigIntScalar, 'POA: size at which sending and receiving stop, in KiB.')
  sizeLimitKiB?: bigint | null;

  @ValueField(() => [EmailAddressScalar], 'POA: further addresses, on domains of the subscription.')
  otherAddresses?: string[] | null;

  @ValueField(() => Boolean, 'POA: whether to do without setting the language and creating the folders.')
  skipInitialization?: boolean | null;

  @ValueField(() => ID, 'eNom: the bundle that has a free place.')
  bundleId?: string | null;

  @ValueField(() => String, 'eNom: its password.')
  @Secret()
  password?: string | null;

  @ValueField(() => String, 'eNom: name to show.')
  displayName?: string | null;

  @ValueField(() => Boolean, 'eNom: whether it administers the other mailboxes of the domain.')
  administrator?: boolean | null;

  @ValueField(() => EmailAddressScalar, 'eNom: the address that its mail goes on to.')
  forwardTo?: string | null;
}

@InputType('MailboxInput', { description: 'Names the mailbox that a change is about.' })
export class MailboxInput extends WriteInput {
  @Field(() => ID, { description: 'The mailbox.' })
  mailboxId!: string;
}

@InputType('UpdateMailboxInput', {
  description: 'Other properties of a mailbox; what is left out stays as it is.',
})
export class UpdateMailboxInput extends MailboxInput {
  @ValueField(() => String, 'Short name, unique in the organisation.')
  alias?: string | null;

  @ValueField(() => MailProtocolsInput, 'By which protocols it can be reached.')
  protocols?: MailProtocolsInput | null;

  @ValueField(() => BigIntScalar, 'Size at which sending and receiving stop, in KiB.')
  sizeLimitKiB?: bigint | null;

  @ValueField(() => BigIntScalar, 'Size at which its owner is warned, in KiB.')
  warningLimitKiB?: bigint | null;

  @ValueField(() => BigIntScalar, 'Size at which sending stops, in KiB.')
  prohibitSendLimitKiB?: bigint | null;

  @ValueField(() => BigIntScalar, 'Largest message that comes in, in KiB.')
  incomingItemMaxKiB?: bigint | null;

  @ValueField(() => BigIntScalar, 'Largest message that goes out, in KiB.')
  outgoingItemMaxKiB?: bigint | null;

  @ValueField(() => Int, 'Most recipients of one message.')
  maxRecipients?: number | null;

  @ValueField(() => Int, 'For how many days deleted items are kept.')
  keepDeletedDays?: number | null;

  @ValueField(() => Boolean, 'Whether it shows in address books and searches.')
  showInAddressBook?: boolean | null;
}

@InputType('SetMailboxPasswordInput', { description: 'A new password for a mailbox.' })
export class SetMailboxPasswordInput extends MailboxInput {
  @Field(() => String, {
    description: 'The new password. On POA it is that of the service user, for all its services.',
  })
  @Secret()
  password!: string;
}

@InputType('SetMailboxForwardingInput', { description: 'Where the mail of a mailbox goes on to.' })
export class SetMailboxForwardingInput extends MailboxInput {
  @ValueField(
    () => EmailAddressScalar,
    'The address that it goes to; null: it is not forwarded. Must be given.',
  )
  to?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description: 'Whether the mailbox keeps a copy.',
  })
  keepCopy?: boolean | null;
}

@InputType('MailboxAddressesInput', { description: 'Further addresses of a mailbox.' })
export class MailboxAddressesInput extends MailboxInput {
  @Field(() => [EmailAddressScalar], { description: 'The addresses, 1 to 100.' })
  addresses!: string[];
}

@InputType('MailboxPrimaryAddressInput', { description: 'Another primary address of a mailbox.' })
export class MailboxPrimaryAddressInput extends MailboxInput {
  @Field(() => EmailAddressScalar, { description: 'The address, which the mailbox gets if it lacks it.' })
  address!: string;
}

@InputType('SetMailboxAdministratorInput', {
  description: 'Whether a mailbox administers the others of its domain.',
})
export class SetMailboxAdministratorInput extends MailboxInput {
  @Field(() => Boolean, { description: 'Whether it does.' })
  administrator!: boolean;
}

@InputType('MoveMailboxesInput', { description: 'Mailboxes and the store that they go to.' })
export class MoveMailboxesInput extends WriteInput {
  @Field(() => [ID], { description: 'The mailboxes, 1 to 100, all on one backend.' })
  mailboxIds!: string[];

  @Field(() => ID, { description: 'The store.' })
  storeId!: string;
}
