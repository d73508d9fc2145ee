import { describe, expect, it } from 'vitest';
import { decodeMethodResponse, XmlRpcFault } from '../../../../src/wire/xmlrpc/index.js';

const faultOf = (content: string): unknown => {
  try {
    return decodeMethodResponse(`<methodResponse><fault>${content}</fault></methodResponse>`);
  } catch (error) {
    return error;
  }
};

const members = (code: string, text: string): string =>
  `<value><struct>${code && `<member><name>faultCode</name><value>${code}</value></member>`}` +
  `${text && `<member><name>faultString</name><value>${text}</value></member>`}</struct></value>`;

describe('an XML-RPC fault', () => {
  it.each([
    [
      'as specified',
      members('<int>4</int>', '<string>Too many parameters.</string>'),
      4,
      'Too many parameters.',
    ],
    ['with a code that is text', members('NOT_FOUND', 'x'), 'NOT_FOUND', 'x'],
    ['without a code', members('', '<string>x</string>'), null, 'x'],
    ['without a text', members('<i4>-32601</i4>', ''), -32601, null],
    ['with nil in both', members('<nil/>', '<nil/>'), null, null],
    ['without members', '<value><struct/></value>', null, null],
    ['that is a bare text', '<value>no such method</value>', null, 'no such method'],
  ])('is thrown %s', (_id, content, faultCode, faultString) => {
    const fault = faultOf(content);
    expect(fault).toBeInstanceOf(XmlRpcFault);
    expect(fault).toMatchObject({ faultCode, faultString });
  });

  it('has a message that leaves the texts of the server out', () => {
    expect(faultOf(members('<int>4</int>', 's3cret'))).toHaveProperty('message', 'XML-RPC fault 4');
    expect(faultOf(members('s3cret', 's3cret'))).toHaveProperty('message', 'XML-RPC fault');
  });
});
