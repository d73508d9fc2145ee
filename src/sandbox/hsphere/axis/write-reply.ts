import type { Draw } from './draw.js';
import type { EngineTraits } from './engines.js';
import { escapeText } from './escape.js';
import { formatDouble } from './java-double.js';
import { SOAP_ENCODING, SOAP_ENVELOPE, XSD, XSI } from './namespaces.js';

/** What an action answers. */
export type Reply =
  | { readonly kind: 'void' }
  | { readonly kind: 'string'; readonly value: string | null }
  | { readonly kind: 'double'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'longs'; readonly values: readonly bigint[] }
  | {
      readonly kind: 'namedParameters';
      readonly pairs: ReadonlyArray<{ readonly name: string; readonly value: string }>;
    };

/** How Java prints each kind of result in a method's signature. */
export const JAVA_RESULTS: Readonly<Record<Reply['kind'], string>> = {
  void: 'void',
  string: 'java.lang.String',
  double: 'double',
  boolean: 'boolean',
  longs: 'long[]',
  namedParameters: 'psoft.hsphere.axis.NamedParameter[]',
};

const ENCODING_STYLE = `soapenv:encodingStyle="${SOAP_ENCODING}"`;
const DECLARE_ENCODING = `xmlns:soapenc="${SOAP_ENCODING}"`;

export const envelope = (body: string): string =>
  `<?xml version="1.0" encoding="utf-8"?><soapenv:Envelope xmlns:soapenv="${SOAP_ENVELOPE}" ` +
  `xmlns:xsd="${XSD}" xmlns:xsi="${XSI}"><soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`;

/**
 * Writes a reply envelope. Ids, prefixes and the order of the multi-reference elements are drawn, so that no two
 * calls can be counted on to look alike.
 *
 * @param namespace - of the request's operation, which Axis repeats
 */
export function writeReply(
  action: string,
  namespace: string,
  reply: Reply,
  engine: EngineTraits,
  draw: Draw,
): string {
  const writer = new ReplyWriter(engine, draw);
  const prefix = writer.nextPrefix();
  const tag = namespace === '' ? `${action}Response` : `${prefix}:${action}Response`;
  const declaration = namespace === '' ? '' : ` xmlns:${prefix}="${escapeText(namespace)}"`;
  const result = writer.result(`${action}Return`, reply);
  const open = `<${tag} ${ENCODING_STYLE}${declaration}`;
  const response = result === '' ? `${open}/>` : `${open}>${result}</${tag}>`;
  return envelope(response + writer.multiRefs());
}

class ReplyWriter {
  private nextNumber: number;
  private nextId: number;
  private readonly references: string[] = [];

  constructor(
    private readonly engine: EngineTraits,
    private readonly draw: Draw,
  ) {
    this.nextNumber = 1 + draw.below(9);
    this.nextId = draw.below(20);
  }

  nextPrefix(): string {
    const prefix = `ns${this.nextNumber}`;
    this.nextNumber += 1;
    return prefix;
  }

  multiRefs(): string {
    return this.draw.shuffled(this.references).join('');
  }

  result(name: string, reply: Reply): string {
    switch (reply.kind) {
      case 'void':
        return '';
      case 'string':
        return this.text(name, this.engine.stringType, reply.value);
      case 'double':
        return this.scalar(name, 'xsd:double', formatDouble(reply.value), true);
      case 'boolean':
        return this.scalar(name, 'xsd:boolean', String(reply.value), true);
      case 'longs':
        return this.longs(name, reply.values);
      case 'namedParameters': {
        const { signupNames } = this.engine;
        return this.namedParameters(
          name,
          reply.pairs.filter((pair) => signupNames.includes(pair.name)),
        );
      }
      default:
        return reply satisfies never;
    }
  }

  private text(name: string, type: string, value: string | null): string {
    const declaration = type.startsWith('soapenc:') ? ` ${DECLARE_ENCODING}` : '';
    return value === null
      ? `<${name} xsi:type="${type}" xsi:nil="true"${declaration}/>`
      : `<${name} xsi:type="${type}"${declaration}>${escapeText(value)}</${name}>`;
  }

  private scalar(name: string, type: string, value: string, typed: boolean): string {
    if (this.engine.scalarsByReference) return this.reference(name, type, '', value);
    return `<${name}${typed ? ` xsi:type="${type}"` : ''}>${value}</${name}>`;
  }

  private longs(name: string, values: readonly bigint[]): string {
    const { memberName = name, typedMembers } = this.engine;
    const members = values.map((value) => this.scalar(memberName, 'xsd:long', String(value), typedMembers));
    return this.array(name, 'xsd:long', '', members);
  }

  private namedParameters(name: string, pairs: ReadonlyArray<{ name: string; value: string }>): string {
    const { memberName = name, fieldStringType, namedParameterNamespace } = this.engine;
    const declare = (prefix: string) => ` xmlns:${prefix}="${namedParameterNamespace}"`;
    const arrayPrefix = this.nextPrefix();
    const members = pairs.map((pair) => {
      const prefix = this.nextPrefix();
      const field = (local: string, value: string) =>
        `<${local} xsi:type="${fieldStringType}">${escapeText(value)}</${local}>`;
      return this.reference(
        memberName,
        `${prefix}:NamedParameter`,
        declare(prefix),
        field('name', pair.name) + field('value', pair.value),
      );
    });
    return this.array(name, `${arrayPrefix}:NamedParameter`, declare(arrayPrefix), members);
  }

  private array(name: string, type: string, declaration: string, members: readonly string[]): string {
    const open =
      `<${name} soapenc:arrayType="${type}[${members.length}]" xsi:type="soapenc:Array"` +
      `${declaration} ${DECLARE_ENCODING}`;
    return members.length === 0 ? `${open}/>` : `${open}>${members.join('')}</${name}>`;
  }

  /** Puts the content into a multi-reference element of the body; the answer is the element that points there. */
  private reference(name: string, type: string, declaration: string, content: string): string {
    const id = `id${this.nextId}`;
    this.nextId += 1;
    this.references.push(
      `<multiRef id="${id}" soapenc:root="0" ${ENCODING_STYLE} xsi:type="${type}"${declaration} ` +
        `${DECLARE_ENCODING}>${content}</multiRef>`,
    );
    return `<${name} href="#${id}"/>`;
  }
}
