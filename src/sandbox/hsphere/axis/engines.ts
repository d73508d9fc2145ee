import { ADMIN_TYPES } from './namespaces.js';

/**
 * How the answering Axis is set up:
 * - `stock`: Axis 1.4 with the server-config.wsdd that it ships with;
 * - `bare`: Axis 1.4 with a descriptor that sets no multi-reference or type options, as the one known of an
 *   H-Sphere installation: single numbers, truth values and array members come by reference too;
 * - `sample`: the older engine of the vendor's printed samples: array members are called `item` and numbers among
 *   them carry no type, NamedParameter is a type of UserServices, signupUser answers the signup id alone.
 */
export type Engine = 'stock' | 'bare' | 'sample';

export interface EngineTraits {
  /** `xsi:type` of a string that is the whole result. */
  readonly stringType: 'xsd:string' | 'soapenc:string';
  /** `xsi:type` of a string inside a bean. */
  readonly fieldStringType: 'xsd:string' | 'soapenc:string';
  /** Numbers and truth values stand in multi-reference elements. */
  readonly scalarsByReference: boolean;
  /** Name of array members; `undefined`: that of the return element. */
  readonly memberName: string | undefined;
  /** Array members that are numbers carry their type. */
  readonly typedMembers: boolean;
  readonly namedParameterNamespace: string;
  readonly signupNames: readonly string[];
}

const SIGNUP_NAMES = ['accountId', 'signupId', 'userId'];

export const ENGINES: Readonly<Record<Engine, EngineTraits>> = {
  stock: {
    stringType: 'xsd:string',
    fieldStringType: 'xsd:string',
    scalarsByReference: false,
    memberName: undefined,
    typedMembers: true,
    namedParameterNamespace: ADMIN_TYPES,
    signupNames: SIGNUP_NAMES,
  },
  bare: {
    stringType: 'soapenc:string',
    fieldStringType: 'soapenc:string',
    scalarsByReference: true,
    memberName: undefined,
    typedMembers: true,
    namedParameterNamespace: ADMIN_TYPES,
    signupNames: SIGNUP_NAMES,
  },
  sample: {
    stringType: 'soapenc:string',
    fieldStringType: 'xsd:string',
    scalarsByReference: false,
    memberName: 'item',
    typedMembers: false,
    namedParameterNamespace: 'urn:UserServices',
    signupNames: ['signupId'],
  },
};
