import { javaException, saxException } from './fault.js';
import { SOAP_ENCODING } from './namespaces.js';
import { type References, stackOverflow } from './references.js';
import { parsePrimitive } from './scalars.js';
import {
  type AxisType,
  type BeanName,
  declaredType,
  fieldsOf,
  isBean,
  isNil,
  isPrimitive,
  javaClassOf,
  typeNamed,
} from './types.js';
import { isBlank, type XmlElement } from './xml-element.js';

export interface Bean {
  readonly bean: BeanName;
  readonly fields: ReadonlyMap<string, AxisValue>;
}
export type AxisValue = null | string | number | bigint | boolean | Bean | readonly AxisValue[];

/** Values in one request: shared references could otherwise unfold to more than memory holds. */
const MAX_VALUES = 10_000;
const MAX_NESTING = 16;

/** Reads parameter values of one request, following its references. */
export class ValueReader {
  private values = 0;

  constructor(private readonly references: References) {}

  /**
   * The value of a parameter.
   *
   * @returns `null` for nil, for a reference that leads nowhere, and for a number without text
   * @throws {@link AxisFault} if the type stated is not exactly `wanted`, or the content is not of it
   */
  parameter(element: XmlElement, wanted: AxisType): AxisValue {
    return this.read(element, wanted, 0, (stated) =>
      saxException(`Bad types (${stated} -> ${javaClassOf(wanted)})`),
    );
  }

  private read(
    element: XmlElement,
    wanted: AxisType,
    nesting: number,
    mismatch: (stated: string) => Error,
  ): AxisValue {
    this.values += 1;
    if (this.values > MAX_VALUES || nesting > MAX_NESTING) throw stackOverflow();
    const holder = this.references.follow(element);
    if (holder === undefined || isNil(element) || isNil(holder)) return null;
    const stated = declaredType(element) ?? declaredType(holder);
    if (stated !== undefined && stated.type !== wanted) throw mismatch(stated.javaClass);
    if (isBean(wanted)) return this.bean(holder, wanted, nesting);
    if (wanted === 'array') return this.array(holder, nesting);
    if (holder.children.length > 0) {
      throw saxException(
        'SimpleDeserializer encountered a child element, which is NOT expected, ' +
          'in something it was trying to deserialize.',
      );
    }
    if (isPrimitive(wanted)) return isBlank(holder.text) ? null : parsePrimitive(wanted, holder.text);
    return holder.text;
  }

  private bean(holder: XmlElement, name: BeanName, nesting: number): Bean {
    const fields = new Map<string, AxisValue>();
    for (const child of holder.children) {
      const type = fieldsOf(name).get(child.local);
      if (type === undefined) {
        throw saxException(`Invalid element in psoft.hsphere.axis.${name} - ${child.local}`);
      }
      const value = this.read(child, type, nesting + 1, () =>
        javaException('java.lang.IllegalArgumentException'),
      );
      // A nil number leaves the bean's 0; one without text is no number.
      if (value === null && isPrimitive(type)) {
        if (!isNil(child)) throw javaException('java.lang.NullPointerException');
      } else {
        fields.set(child.local, value);
      }
    }
    return { bean: name, fields };
  }

  /** The size that an array declares is not looked at beyond its spelling: samples declare more than they hold. */
  private array(holder: XmlElement, nesting: number): readonly AxisValue[] {
    const memberType = arrayMemberType(holder);
    return holder.children.map((child) => {
      const target = this.references.follow(child) ?? child;
      if (isNil(child) || isNil(target)) return null;
      const type = (declaredType(child) ?? declaredType(target))?.type ?? memberType;
      if (type === undefined) {
        throw saxException('No deserializer for {http://www.w3.org/2001/XMLSchema}anyType');
      }
      return this.read(child, type, nesting + 1, () => javaException('java.lang.IllegalArgumentException'));
    });
  }
}

/** What members without a type of their own are, by the array's `arrayType`: `xsd:string[2]`, `xsd:string[][1]`. */
function arrayMemberType(holder: XmlElement): AxisType | undefined {
  const arrayType = holder.attribute(SOAP_ENCODING, 'arrayType');
  if (arrayType === undefined) return undefined;
  const [, name = '', ranks = '', size = ''] = /^([^[]*)((?:\[[^\]]*\])*)\[([^\]]*)\]$/.exec(arrayType) ?? [];
  if (!/^\d*$/.test(size)) {
    throw javaException(
      'java.lang.IllegalArgumentException',
      'Explicit array length is not a valid integer.',
    );
  }
  return ranks === '' ? typeNamed(name, holder)?.type : 'array';
}
