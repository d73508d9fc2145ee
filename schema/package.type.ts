import { Field, Int } from 'type-graphql';
import { BackendType } from './backend.type.js';
import { connectionOf } from './connection.js';
import { PackageStatusEnum, QuotaKindEnum } from './enums/package.enums.js';
import { DetailField, NativeIdField, ValueField } from './fields.js';
import { NodeInterface } from './node.interface.js';
import { ObjectType } from './object-type.js';
import { BigIntScalar } from './scalars/big-int.scalar.js';
import { DateTimeScalar } from './scalars/date-time.scalar.js';

@ObjectType('Package', {
  implements: NodeInterface,
  description:
    'A hosting space on MSPControl: what a customer bought by a hosting plan, with quotas of its own.',
})
export class PackageType extends NodeInterface {
  @Field(() => BackendType, { description: 'The panel it lives on.' })
  backend!: BackendType;

  @NativeIdField()
  nativeId!: string;

  @DetailField(() => String, 'Its name.')
  name?: string | null;

  @DetailField(() => String, 'Remarks of the provider.')
  comments?: string | null;

  @DetailField(() => PackageStatusEnum, 'Whether it may be used.')
  status?: string | null;

  @DetailField(() => String, 'The panel’s own word for `status`.')
  nativeStatus?: string | null;

  @DetailField(() => DateTimeScalar, 'When it was bought.')
  purchasedAt?: string | null;
}

export const PackageConnection = connectionOf('Package', () => PackageType);

@ObjectType('PackageAddon', {
  implements: NodeInterface,
  description: 'Something bought on top of a package, any number of times.',
})
export class PackageAddonType extends NodeInterface {
  @Field(() => BackendType, { description: 'The panel it lives on.' })
  backend!: BackendType;

  @NativeIdField()
  nativeId!: string;

  @DetailField(() => Int, 'How many times it was bought.')
  quantity?: number | null;

  @DetailField(() => PackageStatusEnum, 'Whether it may be used.')
  status?: string | null;

  @DetailField(() => String, 'The panel’s own word for `status`.')
  nativeStatus?: string | null;

  @DetailField(() => DateTimeScalar, 'When it was bought.')
  purchasedAt?: string | null;

  @DetailField(() => String, 'Remarks of the provider.')
  comments?: string | null;
}

@ObjectType('PackageQuota', { description: 'One limit of a package and what is used of it.' })
export class PackageQuotaType {
  @Field(() => Int, { description: 'The panel’s number of the quota.' })
  quotaId!: number;

  @ValueField(() => String, 'Its name, the same on every installation: `OS.Diskspace`.')
  name?: string | null;

  @ValueField(() => String, 'What it limits.')
  description?: string | null;

  @ValueField(() => String, 'The service it belongs to.')
  group?: string | null;

  @ValueField(() => QuotaKindEnum, 'How it is meant.')
  kind?: string | null;

  @ValueField(() => BigIntScalar, 'What is allowed; null when unlimited.')
  allocated?: bigint | null;

  @ValueField(() => Boolean, 'Whether there is no limit.')
  unlimited?: boolean | null;

  @ValueField(() => BigIntScalar, 'What is used.')
  used?: bigint | null;
}
