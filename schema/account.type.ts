import { Field } from 'type-graphql';
import { BackendType } from './backend.type.js';
import { connectionOf } from './connection.js';
import { ContactType } from './contact.type.js';
import { AccountKindEnum, AccountStatusEnum } from './enums/account.enums.js';
import { DetailField, NativeIdField } from './fields.js';
import { NodeInterface } from './node.interface.js';
import { ObjectType } from './object-type.js';

@ObjectType('Account', {
  implements: NodeInterface,
  description: 'Someone who holds hosting services: a POA account, an MSPControl user, an H-Sphere account.',
})
export class AccountType extends NodeInterface {
  @Field(() => BackendType, { description: 'The panel it lives on.' })
  backend!: BackendType;

  @NativeIdField()
  nativeId!: string;

  @DetailField(() => AccountKindEnum, 'What the account is for.')
  kind?: string | null;

  @DetailField(() => String, 'The panel’s own word for `kind`.')
  nativeKind?: string | null;

  @DetailField(
    () => AccountStatusEnum,
    'Whether it may use its services. POA and H-Sphere have no call that tells.',
  )
  status?: string | null;

  @DetailField(() => String, 'The panel’s own word for `status`.')
  nativeStatus?: string | null;

  @DetailField(
    () => String,
    'Login of the account itself. On POA people log in, not accounts: see AccountMember.',
  )
  login?: string | null;

  @DetailField(() => Boolean, 'MSPControl: a second login of the account above it, with the same rights.')
  peer?: boolean | null;

  @DetailField(() => Boolean, 'MSPControl: may look at everything and change nothing.')
  demo?: boolean | null;

  @DetailField(() => ContactType, 'Whom to write to.')
  contact?: ContactType | null;
}

export const AccountConnection = connectionOf('Account', () => AccountType);
