import { Field, InputType, Int } from 'type-graphql';
import { Secret, ValueField } from '../fields.js';
import { DomainInput } from './domain.inputs.js';
import { WriteInput } from './write.input.js';

@InputType('EnableDnsHostingInput', { description: 'A domain whose zone the panel is to host.' })
export class EnableDnsHostingInput extends DomainInput {
  @ValueField(() => Int, 'The type of resource that it uses up; absent, the panel chooses one.')
  resourceTypeId?: number | null;
}

@InputType('CreateDnsRecordInput', { description: 'A record in the zone of a domain.' })
export class CreateDnsRecordInput extends DomainInput {
  @Field(() => String, { description: 'Host part of the name.' })
  host!: string;

  @Field(() => String, { description: 'Type: `A`, `CNAME`, `TXT`, `MX` and others that the panel knows.' })
  type!: string;

  @Field(() => String, { description: 'Content of the record.' })
  data!: string;

  @ValueField(() => Int, 'Time to live in seconds; absent, the panel’s own.')
  ttl?: number | null;
}

@InputType('DeleteDnsRecordInput', { description: 'Names a record of a zone.' })
export class DeleteDnsRecordInput extends WriteInput {
  @Field(() => String, { description: 'The backend that has it.' })
  backend!: string;

  @Field(() => String, { description: 'The record, as `createDnsRecord` named it: no call lists records.' })
  recordId!: string;
}

@InputType('ImportCertificateInput', {
  description:
    'Certificates for a site, in PEM: `certificate` with `privateKey`, or `caCertificate`, or all.',
})
export class ImportCertificateInput extends DomainInput {
  @ValueField(() => String, 'The certificate of the site.')
  certificate?: string | null;

  @ValueField(() => String, 'Its private key. It is in no answer, no log and no record.')
  @Secret()
  privateKey?: string | null;

  @ValueField(() => String, 'The certificate of who signed it.')
  caCertificate?: string | null;
}
