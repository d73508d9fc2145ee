import { Field, ID, InputType } from 'type-graphql';
import { HostingKindEnum, ParkingKindEnum, RegistrarCheckEnum } from '../enums/domain-write.enums.js';
import { ValueField } from '../fields.js';
import { EmailAddressScalar } from '../scalars/email-address.scalar.js';
import { WriteInput } from './write.input.js';

@InputType('AddDomainInput', {
  description:
    'A domain that the panel is to host: exactly one of `subscriptionId` and `accountId`. All other members but `name`, `nativeId` and `takeOver` are for subscriptions.',
})
export class AddDomainInput extends WriteInput {
  @ValueField(() => ID, 'The subscription that it gets its services from.')
  subscriptionId?: string | null;

  @ValueField(() => ID, 'The account that it belongs to, without any service.')
  accountId?: string | null;

  @Field(() => String, { description: 'Name.' })
  name!: string;

  @ValueField(() => String, 'The number that it gets; absent, the panel chooses one.')
  nativeId?: string | null;

  @Field(() => RegistrarCheckEnum, {
    nullable: true,
    defaultValue: 'UNDEFINED',
    description: 'What is known of it at its registry.',
  })
  registrarStatus?: string | null;

  @ValueField(
    () => HostingKindEnum,
    'What it is for; absent, it gets all services that the subscription has.',
  )
  hosting?: string | null;

  @ValueField(() => ParkingKindEnum, 'What visitors see, where `hosting` is PARKING.')
  parking?: string | null;

  @ValueField(
    () => String,
    'PHYSICAL: folder of the site’s files, below that of the webspace. PARKING: the address that visitors are sent to.',
  )
  path?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Takes the name away from whichever account of the panel has it, instead of being refused.',
  })
  takeOver?: boolean | null;
}

@InputType('AddSubdomainInput', { description: 'A name below a domain.' })
export class AddSubdomainInput extends WriteInput {
  @Field(() => ID, { description: 'The subscription that hosts it.' })
  subscriptionId!: string;

  @Field(() => ID, { description: 'The domain that it stands below.' })
  parentDomainId!: string;

  @Field(() => String, { description: 'What stands before the name of that domain: `shop`.' })
  prefix!: string;

  @Field(() => String, {
    nullable: true,
    defaultValue: '/',
    description: 'Folder of the site’s files, below that of the webspace.',
  })
  path?: string | null;
}

@InputType('DomainInput', { description: 'Names the domain that a change is about.' })
export class DomainInput extends WriteInput {
  @Field(() => ID, { description: 'The domain.' })
  domainId!: string;
}

@InputType('SetDomainRegistrarStatusInput', { description: 'What is known of a domain at its registry.' })
export class SetDomainRegistrarStatusInput extends DomainInput {
  @Field(() => RegistrarCheckEnum, { description: 'What is known.' })
  registrarStatus!: string;
}

@InputType('DomainServicesInput', { description: 'A domain and the subscription that hosts it.' })
export class DomainServicesInput extends DomainInput {
  @Field(() => ID, { description: 'The subscription whose services it is about.' })
  subscriptionId!: string;
}

@InputType('RequestDomainInput', { description: 'A name that a subscription wants to have as a domain.' })
export class RequestDomainInput extends WriteInput {
  @Field(() => ID, { description: 'The subscription.' })
  subscriptionId!: string;

  @Field(() => String, { description: 'The name.' })
  name!: string;
}

@InputType('SetDomainCatchAllInput', { description: 'Where mail to unknown addresses of a domain goes.' })
export class SetDomainCatchAllInput extends DomainInput {
  @ValueField(() => EmailAddressScalar, 'The address that it goes to; null: nowhere. Must be given.')
  forwardTo?: string | null;
}

@InputType('SetDomainAutoRenewInput', { description: 'Whether a domain’s registration goes on by itself.' })
export class SetDomainAutoRenewInput extends DomainInput {
  @Field(() => Boolean, { description: 'Whether it does.' })
  autoRenew!: boolean;
}
