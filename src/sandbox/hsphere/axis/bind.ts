import { AxisFault, noFittingOperation } from './fault.js';
import type { References } from './references.js';
import { type AxisType, isPrimitive, javaClassOf } from './types.js';
import { type AxisValue, ValueReader } from './values.js';
import { isBlank, type XmlElement } from './xml-element.js';

/** The parameters of one form of an action, in the order of its Java method. */
export type Signature = ReadonlyArray<readonly [name: string, type: AxisType]>;

export interface BoundParameters {
  readonly signature: Signature;
  /** A value for each parameter of the signature. */
  readonly values: ReadonlyMap<string, AxisValue>;
}

/**
 * Chooses the form of an action that a request fits, as Axis does: the first that has no fewer parameters than
 * were sent, whose names hold all of theirs, and whose types they match. A missing string, bean or array is null.
 *
 * Axis gives a parameter of an unknown name to the method by its place; here it fits no form, so that a
 * misspelt name is found in the sandbox and not on a panel.
 *
 * @param javaResult - the result as Java prints it in a method's signature
 * @throws {@link AxisFault} if no form fits: for the last type or text that did not, else "No such operation";
 *   also if a number or a truth value is missing
 */
export function bindParameters(
  operation: XmlElement,
  forms: readonly Signature[],
  references: References,
  javaResult: string,
): BoundParameters {
  let refusal = noFittingOperation(operation.local);
  // Axis counts stray text as one more parameter.
  const candidates = isBlank(operation.text) ? forms : [];
  for (const signature of candidates) {
    try {
      const sent = readParameters(operation, signature, new ValueReader(references));
      if (sent === undefined) continue;
      requirePrimitives(operation.local, signature, sent, javaResult);
      const values = new Map(signature.map(([name]) => [name, sent.get(name) ?? null]));
      return { signature, values };
    } catch (error) {
      if (!(error instanceof AxisFault)) throw error;
      refusal = error;
    }
  }
  throw refusal;
}

/** What was sent, by name; `undefined` if the signature has no place for all of it. */
function readParameters(
  operation: XmlElement,
  signature: Signature,
  reader: ValueReader,
): ReadonlyMap<string, AxisValue> | undefined {
  if (operation.children.length > signature.length) return undefined;
  const types = new Map(signature);
  const values = new Map<string, AxisValue>();
  for (const child of operation.children) {
    const type = types.get(child.local);
    if (type === undefined || values.has(child.local)) return undefined;
    const value = reader.parameter(child, type);
    if (value === null && isPrimitive(type)) return undefined;
    values.set(child.local, value);
  }
  return values;
}

const WRAPPERS = { int: 'Integer', long: 'Long', double: 'Double', boolean: 'Boolean' } as const;

function requirePrimitives(
  action: string,
  signature: Signature,
  sent: ReadonlyMap<string, AxisValue>,
  javaResult: string,
): void {
  if (signature.every(([name, type]) => !isPrimitive(type) || sent.has(name))) return;
  const types = signature.map(([, type]) => javaTypeName(type)).join(',');
  const given = signature
    .map(([name, type]) => {
      if ((sent.get(name) ?? null) === null) return 'null';
      return isPrimitive(type) ? `java.lang.${WRAPPERS[type]}` : javaTypeName(type);
    })
    .join(',');
  throw new AxisFault(
    'soapenv:Server.generalException',
    `Tried to invoke method public ${javaResult} psoft.hsphere.axis.AdminServices.${action}(${types}) with arguments ` +
      `${given}.  The arguments do not match the signature.; nested exception is: \n\tjava.lang.IllegalArgumentException`,
  );
}

function javaTypeName(type: AxisType): string {
  return type === 'array' ? 'java.lang.Object[]' : javaClassOf(type).replace(/^class /, '');
}
