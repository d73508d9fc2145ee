import type { InputOf } from '../../../operation/infer.js';
import type { Members, Shape, StructShape } from '../../../operation/shape.js';
import { checked } from '../../checked.js';
import { located, Misfit } from '../../misfit.js';
import { escapeAttribute } from '../../xml/escape.js';
import { SOAP_11, SOAP_ENCODING, XSD, XSI } from '../namespaces.js';
import { plainElement } from './plain-value.js';
import { scalarTypeOf } from './scalar-types.js';

export interface EncoderSettings {
  /** Namespace of the operation's element; `''` for none. */
  readonly namespace: string;
  /** Namespace of the beans' types. */
  readonly typeNamespace: string;
  /** Whether beans stand in elements of their own, which their places refer to, or in their places. */
  readonly beans: 'reference' | 'inline';
}

/** What one envelope gathers while it is written: the beans that are referred to. */
interface Referents {
  count: number;
  xml: string;
}

/** Writes the whole element of a value. */
type Encoder = (input: unknown, referents: Referents) => string;

const NAME = /^[A-Za-z_][\w.-]*$/;
const DEFAULT_ITEM_NAME = 'item';
const ENCODING_STYLE = `soapenv:encodingStyle="${SOAP_ENCODING}"`;
const ENVELOPE_HEAD =
  `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="${SOAP_11}" ` +
  `xmlns:soapenc="${SOAP_ENCODING}" xmlns:xsd="${XSD}" xmlns:xsi="${XSI}"`;

/**
 * Makes, once, what writes the call of an operation: a SOAP 1.1 envelope, RPC style, section 5 encoding, for a body
 * in UTF-8.
 *
 * Parameters come by name in the order of the shape, each with the exact type that it has. Every one is sent, since
 * Axis chooses among methods of one name by the number of parameters: strings, beans and arrays that are left out
 * are nil. Inside a bean a number that is left out stays out, as Java has no null for it. Arrays are arrays of
 * anything whose members state their types, as in the vendor's samples.
 *
 * @param method - local name of the operation's element
 * @returns a function that throws {@link WireError} for what the shape does not allow and for what XML cannot carry,
 *   with the member's path and without the value
 * @throws {@link TypeError} for shapes that cannot be sent
 * @see Simple Object Access Protocol (SOAP) 1.1, sections 5 and 7
 */
export function compileEncoder<P extends StructShape>(
  method: string,
  params: P,
  settings: EncoderSettings,
): (input: InputOf<P>) => string {
  const { namespace, typeNamespace } = settings;
  const encode = membersEncoder(params, settings);
  const tag = namespace === '' ? checkedName(method) : `ns1:${checkedName(method)}`;
  const declaration = namespace === '' ? '' : ` xmlns:ns1="${escapeAttribute(namespace)}"`;
  const head =
    `${ENVELOPE_HEAD} xmlns:tns="${escapeAttribute(typeNamespace)}"><soapenv:Body>` +
    `<${tag} ${ENCODING_STYLE}${declaration}>`;
  const call = located((input: InputOf<P>) => {
    const referents: Referents = { count: 0, xml: '' };
    const parameters = encode(input, referents);
    return `${head}${parameters}</${tag}>${referents.xml}</soapenv:Body></soapenv:Envelope>`;
  });
  return checked(params, call, { nullIsAbsent: true });
}

function checkedName(name: string): string {
  if (!NAME.test(name)) throw new TypeError(`${name} is no name that an element can have`);
  return name;
}

/** The elements of all members, one after the other. */
function membersEncoder(shape: StructShape, settings: EncoderSettings): Encoder {
  const members = Object.entries<Members[string]>(shape.members).map(([name, member]) => ({
    name,
    encode: encoderOf(checkedName(name), member, settings),
    nil: isNullable(member) ? nilElement(name, member, settings) : '',
  }));
  return (input, referents) => {
    // Any object may be read by name; what is not there is undefined.
    const values = input as Readonly<Record<string, unknown>>;
    let xml = '';
    for (const member of members) {
      const value = values[member.name];
      if (value === undefined || value === null) {
        xml += member.nil;
        continue;
      }
      try {
        xml += member.encode(value, referents);
      } catch (error) {
        throw Misfit.under(member.name, error);
      }
    }
    return xml;
  };
}

function encoderOf(name: string, shape: Shape, settings: EncoderSettings): Encoder {
  switch (shape.kind) {
    case 'array':
      return arrayEncoder(
        name,
        encoderOf(checkedName(shape.itemName ?? DEFAULT_ITEM_NAME), shape.of, settings),
      );
    case 'struct':
      return beanEncoder(name, shape, settings);
    case 'any':
      return (input) => plainElement(name, input);
    default:
      return scalarEncoder(name, shape);
  }
}

function scalarEncoder(name: string, shape: Shape): Encoder {
  const { noun, xsiType, write } = scalarTypeOf(shape);
  const head = `<${name} xsi:type="${shape.wireType ?? xsiType}">`;
  const tail = `</${name}>`;
  return (input) => {
    const text = write(input);
    if (text === undefined) throw new Misfit(`not ${noun}`);
    return head + text + tail;
  };
}

function arrayEncoder(name: string, encode: Encoder): Encoder {
  return (input, referents) => {
    // The check has seen that it is one.
    const values = input as readonly unknown[];
    let items = '';
    let index = 0;
    try {
      for (; index < values.length; index += 1) items += encode(values[index], referents);
    } catch (error) {
      throw Misfit.under(`[${index}]`, error);
    }
    return `<${name} xsi:type="soapenc:Array" soapenc:arrayType="xsd:anyType[${index}]">${items}</${name}>`;
  };
}

function beanEncoder(name: string, shape: StructShape, settings: EncoderSettings): Encoder {
  const encode = membersEncoder(shape, settings);
  const type = xsiType(shape, settings);
  if (settings.beans === 'inline') {
    return (input, referents) => `<${name} ${type}>${encode(input, referents)}</${name}>`;
  }
  return (input, referents) => {
    const id = `id${referents.count}`;
    referents.count += 1;
    const members = encode(input, referents);
    referents.xml += `<multiRef id="${id}" soapenc:root="0" ${ENCODING_STYLE} ${type}>${members}</multiRef>`;
    return `<${name} href="#${id}"/>`;
  };
}

function nilElement(name: string, shape: Shape, settings: EncoderSettings): string {
  const type = shape.kind === 'any' ? '' : ` ${xsiType(shape, settings)}`;
  return `<${name}${type} xsi:nil="true"/>`;
}

/** The numbers of the encoding's own types are objects in Java, which has null for those. */
const isNullable = (shape: Shape): boolean =>
  shape.kind === 'array' ||
  shape.kind === 'struct' ||
  shape.kind === 'any' ||
  shape.nil === true ||
  shape.wireType?.startsWith('soapenc:') === true ||
  scalarTypeOf(shape).isNullable;

/** The attribute that states the type of a value, with the declaration of its prefix where the envelope has none. */
function xsiType(shape: Shape, { typeNamespace }: EncoderSettings): string {
  if (shape.kind === 'array') return 'xsi:type="soapenc:Array"';
  if (shape.kind !== 'struct') return `xsi:type="${shape.wireType ?? scalarTypeOf(shape).xsiType}"`;
  if (shape.typeName === undefined) throw new TypeError('a bean without the name of its type');
  const own = shape.typeNamespace;
  const declaration =
    own === undefined || own === typeNamespace ? '' : `xmlns:tns="${escapeAttribute(own)}" `;
  return `${declaration}xsi:type="tns:${checkedName(shape.typeName)}"`;
}
