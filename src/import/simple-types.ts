import type { ShapeMap } from '../mounted/descriptor-text.js';
import { XSD } from '../wire/soap/namespaces.js';
import type { XmlNode } from './xml-tree.js';

const LENGTHS: Readonly<Record<string, readonly string[]>> = {
  length: ['minLength', 'maxLength'],
  minLength: ['minLength'],
  maxLength: ['maxLength'],
};
const BOUNDS: Readonly<Record<string, string>> = { minInclusive: 'min', maxInclusive: 'max' };

/**
 * What a restriction of a simple type leaves: enumerations, lengths of texts and bounds of whole numbers. Patterns are
 * left out, since those of XML Schema mean something else here.
 *
 * @see XML Schema Part 2: Datatypes, section 4.3
 */
export function restricted(base: ShapeMap, restriction: XmlNode): ShapeMap {
  const shape: ShapeMap = { ...base };
  const values = restriction.all(XSD, 'enumeration').map((node) => node.attribute('value') ?? '');
  if (values.length > 0 && shape.type === 'string') shape.values = [...new Set(values)];
  if (values.length > 0 && shape.type === 'int')
    shape.values = [...new Set(values.map(Number))].filter(Number.isInteger);
  for (const { local, value } of facetsOf(restriction)) {
    if (shape.type === 'string') for (const note of LENGTHS[local] ?? []) shape[note] = value;
    const bound = BOUNDS[local];
    if (bound !== undefined && /^int(?:64)?$/.test(shape.type)) shape[bound] = value;
  }
  if (Array.isArray(shape.values) && shape.values.length === 0) delete shape.values;
  return shape;
}

const facetsOf = (restriction: XmlNode): ReadonlyArray<{ local: string; value: number }> =>
  restriction.children
    .map((node) => ({ local: node.local, value: Number(node.attribute('value') ?? Number.NaN) }))
    .filter(({ value }) => Number.isSafeInteger(value));
