import { Field, Int } from 'type-graphql';
import { BackendType } from './backend.type.js';
import { connectionOf } from './connection.js';
import { ObjectStatusEnum } from './enums/object-status.enum.js';
import { DetailField, NativeIdField } from './fields.js';
import { MailboxLimitsType, MailProtocolsType, MailServersType } from './mailbox-parts.type.js';
import { NodeInterface } from './node.interface.js';
import { ObjectType } from './object-type.js';
import { BigIntScalar } from './scalars/big-int.scalar.js';
import { EmailAddressScalar } from './scalars/email-address.scalar.js';

@ObjectType('Mailbox', {
  implements: NodeInterface,
  description: 'A mailbox: Exchange on POA, POP3 and IMAP at eNom.',
})
export class MailboxType extends NodeInterface {
  @Field(() => BackendType, { description: 'The panel it lives on.' })
  backend!: BackendType;

  @NativeIdField()
  nativeId!: string;

  @DetailField(() => EmailAddressScalar, 'Its primary address.')
  address?: string | null;

  @DetailField(() => String, 'Login.')
  login?: string | null;

  @DetailField(() => String, 'Name to show.')
  displayName?: string | null;

  @DetailField(() => String, 'Its name in the directory.')
  alias?: string | null;

  @DetailField(() => ObjectStatusEnum, 'How far the panel is with the last change.')
  status?: string | null;

  @DetailField(() => String, 'The panel’s own word for `status`.')
  nativeStatus?: string | null;

  @DetailField(() => Boolean, 'eNom: whether its user administrates the mail of the domain.')
  administrator?: boolean | null;

  @DetailField(() => MailProtocolsType, 'By which protocols it can be reached.')
  protocols?: MailProtocolsType | null;

  @DetailField(() => BigIntScalar, 'Used storage, in KiB.')
  sizeKiB?: bigint | null;

  @DetailField(() => MailboxLimitsType, 'What it may hold, send and receive.')
  limits?: MailboxLimitsType | null;

  @DetailField(() => MailServersType, 'The servers that a mail program needs.')
  servers?: MailServersType | null;

  @DetailField(() => String, 'DNS name of the Windows domain of its user.')
  windowsDomain?: string | null;

  @DetailField(() => Int, 'Year of the Exchange release: 2003, 2007 …')
  exchangeVersion?: number | null;
}

export const MailboxConnection = connectionOf('Mailbox', () => MailboxType);
