import { Field, ID, InputType, Int } from 'type-graphql';
import { PackageStatusEnum } from '../enums/package.enums.js';
import { ValueField } from '../fields.js';
import { DateTimeScalar } from '../scalars/date-time.scalar.js';
import { WriteInput } from './write.input.js';

@InputType('CreatePackageInput', { description: 'A new package for an account.' })
export class CreatePackageInput extends WriteInput {
  @Field(() => ID, { description: 'The account that gets it.' })
  accountId!: string;

  @Field(() => ID, { description: 'The hosting plan that it is bought by; its limits become the package’s.' })
  planId!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @ValueField(() => String, 'Remarks of the provider.')
  comments?: string | null;

  @Field(() => PackageStatusEnum, {
    nullable: true,
    defaultValue: 'ACTIVE',
    description: 'The state that it begins in.',
  })
  status?: string | null;

  @Field(() => DateTimeScalar, {
    description: 'When it was bought; the panel keeps it in the time of its own zone, to the second.',
  })
  purchasedAt!: string;
}

@InputType('PackageInput', { description: 'Names the package that a change is about.' })
export class PackageInput extends WriteInput {
  @Field(() => ID, { description: 'The package.' })
  packageId!: string;
}

@InputType('UpdatePackageInput', { description: 'Other properties of a package; what is left out is kept.' })
export class UpdatePackageInput extends PackageInput {
  @ValueField(() => String, 'Its name.')
  name?: string | null;

  @ValueField(() => String, 'Remarks of the provider; null clears them.')
  comments?: string | null;

  @ValueField(
    () => PackageStatusEnum,
    'Its state. Unlike `changePackageStatus` this leaves packages below it alone.',
  )
  status?: string | null;

  @ValueField(() => ID, 'Another plan, whose limits become the package’s.')
  planId?: string | null;

  @ValueField(() => DateTimeScalar, 'When it was bought.')
  purchasedAt?: string | null;
}

@InputType('RenamePackageInput', { description: 'Another name for a package.' })
export class RenamePackageInput extends PackageInput {
  @Field(() => String, { description: 'The new name.' })
  name!: string;

  @ValueField(() => String, 'Other remarks; left out they are kept, null clears them.')
  comments?: string | null;
}

@InputType('ChangePackageStatusInput', {
  description: 'Another state of a package and all packages below it.',
})
export class ChangePackageStatusInput extends PackageInput {
  @Field(() => PackageStatusEnum, { description: 'The new state.' })
  status!: string;
}

@InputType('AddPackageAddonInput', { description: 'Something bought on top of a package.' })
export class AddPackageAddonInput extends PackageInput {
  @Field(() => ID, { description: 'The addon plan that it is bought by.' })
  planId!: string;

  @Field(() => Int, { nullable: true, defaultValue: 1, description: 'How many times, at least 1.' })
  quantity?: number | null;

  @Field(() => PackageStatusEnum, {
    nullable: true,
    defaultValue: 'ACTIVE',
    description: 'The state that it begins in; it counts while it is active.',
  })
  status?: string | null;

  @ValueField(() => DateTimeScalar, 'When it was bought; left out, now.')
  purchasedAt?: string | null;

  @ValueField(() => String, 'Remarks of the provider.')
  comments?: string | null;
}

@InputType('PackageAddonInput', { description: 'Names the addon that a change is about.' })
export class PackageAddonInput extends WriteInput {
  @Field(() => ID, { description: 'The addon of a package.' })
  addonId!: string;
}

@InputType('UpdatePackageAddonInput', {
  description: 'Other properties of something bought on top of a package; what is left out is kept.',
})
export class UpdatePackageAddonInput extends PackageAddonInput {
  @ValueField(() => Int, 'How many times, at least 1.')
  quantity?: number | null;

  @ValueField(() => PackageStatusEnum, 'Its state.')
  status?: string | null;

  @ValueField(() => DateTimeScalar, 'When it was bought.')
  purchasedAt?: string | null;

  @ValueField(() => String, 'Remarks of the provider; null clears them.')
  comments?: string | null;

  @ValueField(() => ID, 'Another addon plan.')
  planId?: string | null;
}
