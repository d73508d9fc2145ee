import { Field } from 'type-graphql';
import { BackendType } from './backend.type.js';
import { connectionOf } from './connection.js';
import { CostOfNode } from './cost.js';
import { DomainHostingEnum, DomainKindEnum, RegistrarStatusEnum } from './enums/domain.enums.js';
import { DetailField, ValueField } from './fields.js';
import { NodeInterface } from './node.interface.js';
import { ObjectType } from './object-type.js';
import { DateScalar } from './scalars/date.scalar.js';

/** POA tells of a domain in two steps: which subscription hosts it, then the list of that one. */
@CostOfNode({ find: 2, detail: 2, detailOnceFound: 1 })
@ObjectType('Domain', {
  implements: NodeInterface,
  description:
    'A domain as one panel knows it. The same name on two panels is two domains: see `counterparts`. Its id holds its name.',
})
export class DomainType extends NodeInterface {
  @Field(() => BackendType, { description: 'The panel it lives on.' })
  backend!: BackendType;

  @DetailField(() => String, 'The panel’s own number of it, where the panel has told it.')
  nativeId?: string | null;

  @Field(() => String, { description: 'The name: lower case, as A-labels, without a dot at the end.' })
  name!: string;

  @DetailField(() => DomainKindEnum, 'Whether it stands alone or below another domain.')
  kind?: string | null;

  @DetailField(() => String, 'The panel’s own word for `kind`.')
  nativeKind?: string | null;

  @DetailField(() => DomainHostingEnum, 'How the panel hosts its zone.')
  hosting?: string | null;

  @DetailField(() => String, 'The panel’s own word for `hosting`.')
  nativeHosting?: string | null;

  @DetailField(() => RegistrarStatusEnum, 'Where it stands with its registrar.')
  registrarStatus?: string | null;

  @DetailField(() => String, 'The panel’s own word for `registrarStatus`.')
  nativeRegistrarStatus?: string | null;

  @DetailField(() => Boolean, 'Whether the panel serves it; a disabled domain keeps its data.')
  enabled?: boolean | null;

  @ValueField(() => Boolean, 'Whether the registrar refuses to let it go to another registrar.')
  registrarLock?: boolean | null;

  @DetailField(() => Boolean, 'Whether the customer may manage its DNS records.')
  dnsManagementAllowed?: boolean | null;

  @DetailField(
    () => DateScalar,
    'The day on which its registration ends. Registrars tell; hosting panels do not.',
  )
  expiresOn?: string | null;

  @ValueField(() => Boolean, 'Whether the registrar renews it by itself.')
  autoRenew?: boolean | null;
}

export const DomainConnection = connectionOf('Domain', () => DomainType);
