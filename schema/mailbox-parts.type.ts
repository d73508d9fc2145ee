import { Field, Int } from 'type-graphql';
import { ValueField } from './fields.js';
import { ObjectType } from './object-type.js';
import { BigIntScalar } from './scalars/big-int.scalar.js';
import { EmailAddressScalar } from './scalars/email-address.scalar.js';

@ObjectType('MailboxLimits', { description: 'What a mailbox may hold, send and receive.' })
export class MailboxLimitsType {
  @ValueField(() => BigIntScalar, 'Size at which sending and receiving stop, in KiB.')
  sizeKiB?: bigint | null;

  @ValueField(() => BigIntScalar, 'Size at which its owner is warned, in KiB.')
  warningKiB?: bigint | null;

  @ValueField(() => BigIntScalar, 'Size at which sending stops, in KiB.')
  prohibitSendKiB?: bigint | null;

  @ValueField(() => BigIntScalar, 'Largest message that comes in, in KiB.')
  incomingItemKiB?: bigint | null;

  @ValueField(() => BigIntScalar, 'Largest message that goes out, in KiB.')
  outgoingItemKiB?: bigint | null;

  @ValueField(() => Int, 'Most recipients of one message.')
  maxRecipients?: number | null;

  @ValueField(() => Int, 'For how many days deleted items are kept.')
  keepDeletedDays?: number | null;

  @ValueField(() => Boolean, 'Whether it shows in address books and searches.')
  showInAddressBook?: boolean | null;
}

@ObjectType('MailProtocols', { description: 'By which protocols a mailbox can be reached.' })
export class MailProtocolsType {
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

@ObjectType('MailServers', { description: 'The servers that a mail program needs for a mailbox.' })
export class MailServersType {
  @ValueField(() => String, 'POP3 server.')
  pop3?: string | null;

  @ValueField(() => String, 'IMAP server.')
  imap?: string | null;

  @ValueField(() => String, 'SMTP server.')
  smtp?: string | null;

  @ValueField(() => String, 'Address of Outlook Web Access.')
  owaUrl?: string | null;

  @ValueField(() => String, 'Exchange server that holds the mailbox, by its NetBIOS name.')
  exchangeHome?: string | null;

  @ValueField(() => String, 'Exchange server that faces the world.')
  exchangeProxy?: string | null;
}

@ObjectType('MailForwarding', { description: 'Where a mailbox’s mail goes on to.' })
export class MailForwardingType {
  @Field(() => [EmailAddressScalar], {
    description: 'The addresses it goes to; empty when it is not forwarded.',
  })
  to!: string[];

  @ValueField(() => Boolean, 'Whether the mailbox keeps a copy.')
  keepsCopy?: boolean | null;
}
