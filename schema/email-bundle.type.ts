import { Field, Int } from 'type-graphql';
import { BackendType } from './backend.type.js';
import { connectionOf } from './connection.js';
import { DetailField, NativeIdField, ValueField } from './fields.js';
import { NodeInterface } from './node.interface.js';
import { ObjectType } from './object-type.js';
import { DateScalar } from './scalars/date.scalar.js';

@ObjectType('EmailBundle', {
  implements: NodeInterface,
  description: 'A number of mailboxes bought together for one domain at eNom.',
})
export class EmailBundleType extends NodeInterface {
  @Field(() => BackendType, { description: 'The registrar it was bought from.' })
  backend!: BackendType;

  @NativeIdField()
  nativeId!: string;

  @DetailField(() => Int, 'How many mailboxes it has room for.')
  quantity?: number | null;

  @DetailField(() => Int, 'How many of them are still free.')
  available?: number | null;

  @DetailField(() => Int, 'Storage of each mailbox, in MiB.')
  capacityMiB?: number | null;

  @DetailField(() => DateScalar, 'The day on which it ends.')
  expiresOn?: string | null;

  @DetailField(() => Boolean, 'Whether it is renewed by itself.')
  autoRenew?: boolean | null;

  @DetailField(() => String, 'The registrar’s word for the product.')
  productType?: string | null;

  @DetailField(() => String, 'The registrar’s word for the version of the product.')
  version?: string | null;
}

@ObjectType('EmailExpiration', { description: 'When the mailboxes of one domain end.' })
export class EmailExpirationType {
  @Field(() => String, { description: 'The domain.' })
  domainName!: string;

  @ValueField(() => DateScalar, 'The day on which they end.')
  expiresOn?: string | null;

  @ValueField(() => Boolean, 'Whether they are renewed by themselves.')
  autoRenew?: boolean | null;
}

export const EmailExpirationConnection = connectionOf('EmailExpiration', () => EmailExpirationType);
