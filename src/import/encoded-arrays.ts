import type { ShapeMap } from '../mounted/descriptor-text.js';
import { SOAP_ENCODING, XSD } from '../wire/soap/namespaces.js';
import { WSDL } from './document-set.js';
import type { QName, XmlNode } from './xml-tree.js';

/**
 * What an array of SOAP's encoding holds, told by `wsdl:arrayType` or by the one element of its sequence.
 *
 * @param restriction - of `soapenc:Array`
 * @returns the type of the members and how many arrays are inside each other; `undefined`: nothing tells
 * @see Web Services Description Language (WSDL) 1.1, section 2.2
 */
export function arrayContent(
  restriction: XmlNode,
): { readonly type: QName; readonly dimensions: number } | undefined {
  const stated = restriction
    .all(XSD, 'attribute')
    .map((node) => ({ node, text: node.attribute('arrayType', WSDL) }))
    .find(({ text }) => text !== undefined);
  if (stated?.text !== undefined) {
    const [, name = '', sizes = '[]'] = /^([^[]*)(.*)$/.exec(stated.text) ?? [];
    return { type: stated.node.resolve(name), dimensions: [...sizes.matchAll(/\[[^\]]*\]/g)].length };
  }
  const type = restriction.one(XSD, 'sequence')?.one(XSD, 'element')?.nameIn('type');
  return type === undefined ? undefined : { type, dimensions: 1 };
}

export const isEncodedArray = ({ uri, local }: QName): boolean => uri === SOAP_ENCODING && local === 'Array';

/**
 * Lists in lists; members of arrays may have any name, which is why Axis's is as good as another. Any of them may be
 * nil: Axis's arrays are Java's.
 */
export function nested(of: ShapeMap, dimensions: number): ShapeMap {
  const inner = dimensions > 1 ? nested(of, dimensions - 1) : { ...of, optional: true };
  return { type: 'array', of: inner, item: 'item' };
}
