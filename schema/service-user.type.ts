import { Field } from 'type-graphql';
import { BackendType } from './backend.type.js';
import { connectionOf } from './connection.js';
import { ObjectStatusEnum } from './enums/object-status.enum.js';
import { DetailField, NativeIdField } from './fields.js';
import { NodeInterface } from './node.interface.js';
import { ObjectType } from './object-type.js';

@ObjectType('NameValue', { description: 'A named value.' })
export class NameValueType {
  @Field(() => String, { description: 'The name.' })
  name!: string;

  @Field(() => String, { description: 'The value.' })
  value!: string;
}

@ObjectType('ServiceUser', {
  implements: NodeInterface,
  description: 'A person who uses the services of a subscription: has a mailbox, an FTP login and so on.',
})
export class ServiceUserType extends NodeInterface {
  @Field(() => BackendType, { description: 'The panel it lives on.' })
  backend!: BackendType;

  @NativeIdField()
  nativeId!: string;

  @DetailField(() => String, 'Login.')
  login?: string | null;

  @DetailField(() => String, 'Name to show.')
  displayName?: string | null;

  @DetailField(() => Boolean, 'Whether the user may log in.')
  enabled?: boolean | null;

  @DetailField(() => ObjectStatusEnum, 'How far the panel is with the last change.')
  status?: string | null;

  @DetailField(() => String, 'The panel’s own word for `status`.')
  nativeStatus?: string | null;

  @DetailField(() => [String], 'Services the user takes part in, in the panel’s own words.')
  services?: string[] | null;

  @DetailField(() => [NameValueType], 'Personal data, in the panel’s own words.')
  properties?: NameValueType[] | null;
}

export const ServiceUserConnection = connectionOf('ServiceUser', () => ServiceUserType);
