import { ADMIN_TYPES, SOAP_ENCODING, XSD_VERSIONS, XSI_VERSIONS } from './namespaces.js';
import type { XmlElement } from './xml-element.js';

export type BeanName = 'AuthToken' | 'Role' | 'NamedParameter' | 'ContactInfo' | 'PaymentInfo';
export type Primitive = 'int' | 'long' | 'double' | 'boolean';
/** What a parameter or a bean's field may be; `array` is an array of anything. */
export type AxisType = Primitive | 'string' | 'array' | BeanName;

const strings = (...names: string[][]): Record<string, AxisType> =>
  Object.fromEntries(names.flat().map((name) => [name, 'string']));

/** The service's beans; what a bean does not have here makes the call fault. */
const BEAN_FIELDS: Readonly<Record<BeanName, Readonly<Record<string, AxisType>>>> = {
  AuthToken: { accountId: 'int', ...strings(['login', 'password']), role: 'Role' },
  Role: { accountId: 'int', ...strings(['login']) },
  NamedParameter: strings(['name', 'value']),
  ContactInfo: strings(
    ['address1', 'address2', 'address3', 'city', 'country', 'email', 'fax'],
    ['first_name', 'last_name', 'org_name', 'phone', 'postal_code', 'state', 'state2'],
  ),
  PaymentInfo: strings(
    ['cc_type', 'expDay', 'expMonth', 'expYear', 'issueNo', 'name', 'number'],
    ['startDay', 'startMonth', 'startYear', 'type'],
  ),
};
const FIELDS_BY_BEAN = new Map(
  Object.entries(BEAN_FIELDS).map(([bean, fields]) => [bean, new Map(Object.entries(fields))]),
);

export const isPrimitive = (type: AxisType): type is Primitive =>
  type === 'int' || type === 'long' || type === 'double' || type === 'boolean';
export const isBean = (type: AxisType): type is BeanName => FIELDS_BY_BEAN.has(type);
export const fieldsOf = (bean: BeanName): ReadonlyMap<string, AxisType> =>
  FIELDS_BY_BEAN.get(bean) ?? new Map();

/** A type that an `xsi:type` names: the one it is here, if it is one, and how Java prints its class. */
export interface DeclaredType {
  readonly type: AxisType | undefined;
  readonly javaClass: string;
}

const SCHEMA_TYPES = new Map<string, DeclaredType>([
  ...(['int', 'long', 'double', 'boolean'] as const).map((type): [string, DeclaredType] => [
    type,
    { type, javaClass: type },
  ]),
  ['string', { type: 'string', javaClass: 'class java.lang.String' }],
  ...Object.entries({
    short: 'short',
    byte: 'byte',
    float: 'float',
    integer: 'class java.math.BigInteger',
    decimal: 'class java.math.BigDecimal',
    unsignedInt: 'class org.apache.axis.types.UnsignedInt',
    unsignedLong: 'class org.apache.axis.types.UnsignedLong',
    positiveInteger: 'class org.apache.axis.types.PositiveInteger',
    nonNegativeInteger: 'class org.apache.axis.types.NonNegativeInteger',
    token: 'class org.apache.axis.types.Token',
    normalizedString: 'class org.apache.axis.types.NormalizedString',
    anyURI: 'class org.apache.axis.types.URI',
    anyType: 'class java.lang.Object',
    base64Binary: 'class [B',
    hexBinary: 'class [B',
    date: 'class java.util.Date',
    dateTime: 'class java.util.Calendar',
  }).map(([name, javaClass]): [string, DeclaredType] => [name, { type: undefined, javaClass }]),
]);

/** How Java prints the class that a parameter of this type has. */
export function javaClassOf(type: AxisType): string {
  if (isPrimitive(type)) return type;
  if (type === 'string') return 'class java.lang.String';
  return type === 'array' ? 'class [Ljava.lang.Object;' : `class psoft.hsphere.axis.${type}`;
}

/**
 * The type that an element states.
 *
 * @returns `undefined` if it states none, or one that the engine does not know: it then takes the parameter's
 *   own, so that a bean in a mistyped namespace passes
 */
export function declaredType(element: XmlElement): DeclaredType | undefined {
  const name = XSI_VERSIONS.map((xsi) => element.attribute(xsi, 'type')).find((type) => type !== undefined);
  return name === undefined ? undefined : typeNamed(name, element);
}

/** The type with this prefixed name, by the prefixes in scope at `element`. */
export function typeNamed(name: string, element: XmlElement): DeclaredType | undefined {
  const { namespace, local } = element.resolve(name) ?? { namespace: '', local: '' };
  if (namespace === SOAP_ENCODING && local === 'Array') {
    return { type: 'array', javaClass: javaClassOf('array') };
  }
  if (XSD_VERSIONS.has(namespace) || namespace === SOAP_ENCODING) return SCHEMA_TYPES.get(local);
  const bean = beanNamed(local);
  return namespace === ADMIN_TYPES && bean !== undefined
    ? { type: bean, javaClass: javaClassOf(bean) }
    : undefined;
}

const BEAN_NAMES: readonly BeanName[] = ['AuthToken', 'Role', 'NamedParameter', 'ContactInfo', 'PaymentInfo'];
const beanNamed = (local: string): BeanName | undefined => BEAN_NAMES.find((bean) => bean === local);

export const isNil = (element: XmlElement): boolean =>
  XSI_VERSIONS.some((xsi) => {
    const nil = element.attribute(xsi, 'nil') ?? element.attribute(xsi, 'null');
    return nil === 'true' || nil === '1';
  });
