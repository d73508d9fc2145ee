import { Field } from 'type-graphql';
import { BackendType } from './backend.type.js';
import { NativeIdField, ValueField } from './fields.js';
import { NodeInterface } from './node.interface.js';
import { ObjectType } from './object-type.js';

@ObjectType('AccountMember', {
  implements: NodeInterface,
  description:
    'A person who may log in for an account of POA. POA finds members by login only, so `node` answers null for their ids.',
})
export class AccountMemberType extends NodeInterface {
  @Field(() => BackendType, { description: 'The panel it lives on.' })
  backend!: BackendType;

  @NativeIdField()
  nativeId!: string;

  @ValueField(() => String, 'Login.')
  login?: string | null;
}
