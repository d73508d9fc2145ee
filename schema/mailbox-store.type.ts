import { Int } from 'type-graphql';
import { ObjectStatusEnum } from './enums/object-status.enum.js';
import { ValueField } from './fields.js';
import { NodeInterface } from './node.interface.js';
import { ObjectType } from './object-type.js';
import { BigIntScalar } from './scalars/big-int.scalar.js';

@ObjectType('MailboxStore', {
  implements: NodeInterface,
  description: 'A database of an Exchange server in which mailboxes lie.',
})
export class MailboxStoreType extends NodeInterface {
  @ValueField(() => String, 'Its name.')
  name?: string | null;

  @ValueField(() => String, 'Name of its server.')
  hostName?: string | null;

  @ValueField(() => Boolean, 'Whether new mailboxes can be made in it.')
  ready?: boolean | null;

  @ValueField(() => BigIntScalar, 'Promised to mailboxes, in KiB.')
  reservedKiB?: bigint | null;

  @ValueField(() => BigIntScalar, 'The most that can be promised, in KiB.')
  sizeKiB?: bigint | null;

  @ValueField(() => BigIntScalar, 'Occupied, in KiB.')
  usedKiB?: bigint | null;

  @ValueField(() => ObjectStatusEnum, 'How far the panel is with the last change.')
  status?: string | null;

  @ValueField(() => String, 'The panel’s own word for `status`.')
  nativeStatus?: string | null;

  @ValueField(() => BigIntScalar, 'How many mailboxes lie in it.')
  mailboxCount?: bigint | null;

  @ValueField(() => String, 'DNS name of its Windows domain.')
  windowsDomain?: string | null;

  @ValueField(() => Int, 'Year of the Exchange release.')
  exchangeVersion?: number | null;
}
