import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { DomainType } from '../schema/domain.type.js';
import {
  CreateDnsRecordInput,
  DeleteDnsRecordInput,
  EnableDnsHostingInput,
  ImportCertificateInput,
} from '../schema/inputs/dns.inputs.js';
import {
  AddDomainInput,
  AddSubdomainInput,
  DomainInput,
  DomainServicesInput,
  RequestDomainInput,
  SetDomainAutoRenewInput,
  SetDomainCatchAllInput,
  SetDomainRegistrarStatusInput,
} from '../schema/inputs/domain.inputs.js';
import { payloadOf } from '../schema/payload.js';
import { SubscriptionType } from '../schema/subscription.type.js';
import type { GatewayContext } from '../src/context.js';
import { write } from './write.js';

const domain = { domain: [() => DomainType, 'The domain, as it is now.'] } as const;
const subscription = {
  subscription: [() => SubscriptionType, 'The subscription that asked for it.'],
} as const;
const deleted = { deletedId: [() => ID, 'Id of what is no more.'] } as const;
const recordId = { recordId: [() => String, 'The record; keep it, since no call lists records.'] } as const;
const requested = {
  ...subscription,
  nameServers: [() => [String], 'The name servers to register the name with.'],
  zoneExisted: [() => Boolean, 'Whether the panel had a zone of that name before.'],
} as const;

const ONE = { ids: { domainId: 'Domain' } } as const;
const SUBSCRIPTION = { ids: { subscriptionId: 'Subscription' } } as const;
const BOTH = { ids: { ...ONE.ids, ...SUBSCRIPTION.ids } } as const;

const AddDomainPayload = payloadOf('addDomain', domain);
const AddSubdomainPayload = payloadOf('addSubdomain', domain);
const RemoveDomainPayload = payloadOf('removeDomain', deleted);
const EnableDomainPayload = payloadOf('enableDomain', domain);
const DisableDomainPayload = payloadOf('disableDomain', domain);
const SetDomainRegistrarStatusPayload = payloadOf('setDomainRegistrarStatus', domain);
const BindDomainServicesPayload = payloadOf('bindDomainServices', domain);
const UnbindDomainServicesPayload = payloadOf('unbindDomainServices', domain);
const EnableDnsHostingPayload = payloadOf('enableDnsHosting', domain);
const DisableDnsHostingPayload = payloadOf('disableDnsHosting', domain);
const RequestDomainPayload = payloadOf('requestDomain', requested);
const CancelDomainRequestPayload = payloadOf('cancelDomainRequest', subscription);
const CreateDnsRecordPayload = payloadOf('createDnsRecord', { ...domain, ...recordId });
const DeleteDnsRecordPayload = payloadOf('deleteDnsRecord', recordId);
const ImportCertificatePayload = payloadOf('importCertificate', domain);
const SetDomainCatchAllPayload = payloadOf('setDomainCatchAll', domain);
const SetDomainAutoRenewPayload = payloadOf('setDomainAutoRenew', domain);

@Resolver()
export class DomainMutations {
  @Mutation(() => AddDomainPayload, {
    nullable: true,
    description: 'Adds a domain to a subscription, or to an account without any service. POA.',
  })
  addDomain(@Arg('input', () => AddDomainInput) input: AddDomainInput, @Ctx() context: GatewayContext) {
    return write(context, 'addDomain', { ...input }, { ids: { ...SUBSCRIPTION.ids, accountId: 'Account' } });
  }

  @Mutation(() => AddSubdomainPayload, { nullable: true, description: 'Adds a name below a domain. POA.' })
  addSubdomain(
    @Arg('input', () => AddSubdomainInput) input: AddSubdomainInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(
      context,
      'addSubdomain',
      { ...input },
      { ids: { ...SUBSCRIPTION.ids, parentDomainId: 'Domain' } },
    );
  }

  @Mutation(() => RemoveDomainPayload, {
    nullable: true,
    description: 'Removes a domain from the panel. POA.',
  })
  removeDomain(@Arg('input', () => DomainInput) input: DomainInput, @Ctx() context: GatewayContext) {
    return write(context, 'removeDomain', { ...input }, ONE);
  }

  @Mutation(() => EnableDomainPayload, {
    nullable: true,
    description: 'Puts the DNS records of a disabled domain back. POA.',
  })
  enableDomain(@Arg('input', () => DomainInput) input: DomainInput, @Ctx() context: GatewayContext) {
    return write(context, 'enableDomain', { ...input }, ONE);
  }

  @Mutation(() => DisableDomainPayload, {
    nullable: true,
    description: 'Takes a domain’s DNS records off the name servers, all but SOA and NS. POA.',
  })
  disableDomain(@Arg('input', () => DomainInput) input: DomainInput, @Ctx() context: GatewayContext) {
    return write(context, 'disableDomain', { ...input }, ONE);
  }

  @Mutation(() => SetDomainRegistrarStatusPayload, {
    nullable: true,
    description: 'Tells the panel where a domain stands at its registry. POA.',
  })
  setDomainRegistrarStatus(
    @Arg('input', () => SetDomainRegistrarStatusInput) input: SetDomainRegistrarStatusInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(context, 'setDomainRegistrarStatus', { ...input }, ONE);
  }

  @Mutation(() => BindDomainServicesPayload, {
    nullable: true,
    description: 'Gives a domain the services that a subscription has. POA.',
  })
  bindDomainServices(
    @Arg('input', () => DomainServicesInput) input: DomainServicesInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(context, 'bindDomainServices', { ...input }, BOTH);
  }

  @Mutation(() => UnbindDomainServicesPayload, {
    nullable: true,
    description: 'Takes the services of a subscription away from a domain. POA.',
  })
  unbindDomainServices(
    @Arg('input', () => DomainServicesInput) input: DomainServicesInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(context, 'unbindDomainServices', { ...input }, BOTH);
  }

  @Mutation(() => EnableDnsHostingPayload, {
    nullable: true,
    description: 'Has the panel host the zone of a domain. POA.',
  })
  enableDnsHosting(
    @Arg('input', () => EnableDnsHostingInput) input: EnableDnsHostingInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(context, 'enableDnsHosting', { ...input }, ONE);
  }

  @Mutation(() => DisableDnsHostingPayload, {
    nullable: true,
    description: 'Leaves the zone of a domain to name servers elsewhere. POA.',
  })
  disableDnsHosting(@Arg('input', () => DomainInput) input: DomainInput, @Ctx() context: GatewayContext) {
    return write(context, 'disableDnsHosting', { ...input }, ONE);
  }

  @Mutation(() => RequestDomainPayload, {
    nullable: true,
    description:
      'Reserves a name for a subscription and tells the name servers to register it with. A name that was requested before is told again. POA.',
  })
  requestDomain(
    @Arg('input', () => RequestDomainInput) input: RequestDomainInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(context, 'requestDomain', { ...input }, SUBSCRIPTION);
  }

  @Mutation(() => CancelDomainRequestPayload, {
    nullable: true,
    description: 'Gives a requested name up. POA.',
  })
  cancelDomainRequest(
    @Arg('input', () => RequestDomainInput) input: RequestDomainInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(context, 'cancelDomainRequest', { ...input }, SUBSCRIPTION);
  }

  @Mutation(() => CreateDnsRecordPayload, {
    nullable: true,
    description: 'Adds a record to the zone of a domain. POA.',
  })
  createDnsRecord(
    @Arg('input', () => CreateDnsRecordInput) input: CreateDnsRecordInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(context, 'createDnsRecord', { ...input }, ONE);
  }

  @Mutation(() => DeleteDnsRecordPayload, {
    nullable: true,
    description: 'Removes a record from its zone. POA.',
  })
  deleteDnsRecord(
    @Arg('input', () => DeleteDnsRecordInput) input: DeleteDnsRecordInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(context, 'deleteDnsRecord', { ...input }, { ids: {} });
  }

  @Mutation(() => ImportCertificatePayload, {
    nullable: true,
    description: 'Installs certificates for the site of a domain. POA.',
  })
  importCertificate(
    @Arg('input', () => ImportCertificateInput) input: ImportCertificateInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(context, 'importCertificate', { ...input }, ONE);
  }

  @Mutation(() => SetDomainCatchAllPayload, {
    nullable: true,
    description: 'Sets where mail to unknown addresses of a domain goes. eNom.',
  })
  setDomainCatchAll(
    @Arg('input', () => SetDomainCatchAllInput) input: SetDomainCatchAllInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(context, 'setDomainCatchAll', { ...input }, { ...ONE, stated: ['forwardTo'] });
  }

  @Mutation(() => SetDomainAutoRenewPayload, {
    nullable: true,
    description: 'Sets whether the registration of a domain goes on by itself. eNom.',
  })
  setDomainAutoRenew(
    @Arg('input', () => SetDomainAutoRenewInput) input: SetDomainAutoRenewInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(context, 'setDomainAutoRenew', { ...input }, ONE);
  }
}
