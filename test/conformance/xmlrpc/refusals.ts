import { respond } from './vectors.js';

/** What a reader of responses MUST refuse, or a mistake of a peer becomes data. */
export interface Refusal {
  readonly id: string;
  readonly reason: string;
  readonly xml: string;
}

const refuse = (id: string, reason: string, xml: string): Refusal => ({ id, reason, xml });
const value = (content: string): string => respond(`<value>${content}</value>`);
const member = (content: string): string => value(`<struct><member>${content}</member></struct>`);

export const REFUSALS: readonly Refusal[] = [
  refuse('int-too-large', 'an i4 above 32 bits', value('<i4>2147483648</i4>')),
  refuse('int-too-small', 'an i4 below 32 bits', value('<int>-2147483649</int>')),
  refuse('int-junk', 'a number with something behind it', value('<int>12abc</int>')),
  refuse('int-empty', 'a number without digits', value('<int></int>')),
  refuse('int-sign', 'a sign without digits', value('<int>-</int>')),
  refuse('int-blank-inside', 'two numbers', value('<int>1 2</int>')),
  refuse('int-hexadecimal', 'a number that is not decimal', value('<int>0x10</int>')),
  refuse('int-fraction', 'a fraction', value('<int>1.0</int>')),
  refuse('int-exponent', 'an exponent', value('<int>1e3</int>')),
  refuse('int-other-digits', 'digits of another script', value('<int>١٢</int>')),
  refuse('i1-too-large', 'an i1 above 8 bits', value('<i1>128</i1>')),
  refuse('i2-too-small', 'an i2 below 16 bits', value('<i2>-32769</i2>')),
  refuse('i8-too-large', 'an i8 above 64 bits', value('<i8>9223372036854775808</i8>')),
  refuse('i8-too-small', 'an i8 below 64 bits', value('<i8>-9223372036854775809</i8>')),
  refuse('i8-junk', 'an i8 with something behind it', value('<i8>1n</i8>')),
  refuse('boolean-2', 'neither 0 nor 1', value('<boolean>2</boolean>')),
  refuse('boolean-empty', 'no boolean at all', value('<boolean/>')),
  refuse('boolean-capitals', 'a word that is not XML Schema’s', value('<boolean>TRUE</boolean>')),
  refuse('double-nan', 'no number', value('<double>NaN</double>')),
  refuse('double-infinity', 'an infinity', value('<double>Infinity</double>')),
  refuse('double-too-large', 'a number beyond a double', value('<double>1e999</double>')),
  refuse('double-comma', 'a decimal comma', value('<double>1,5</double>')),
  refuse('double-period', 'a period alone', value('<double>.</double>')),
  refuse('datetime-empty', 'no date', value('<dateTime.iso8601/>')),
  refuse('datetime-date', 'a date without a time', value('<dateTime.iso8601>20240229</dateTime.iso8601>')),
  refuse(
    'datetime-junk',
    'a date with something behind it',
    value('<dateTime.iso8601>20240229T23:59:07x</dateTime.iso8601>'),
  ),
  refuse('base64-junk', 'characters that are not base64', value('<base64>AA%C</base64>')),
  refuse('base64-padding', 'padding in the middle', value('<base64>AA==AA==</base64>')),
  refuse('base64-cut', 'a group of one character', value('<base64>AAECA</base64>')),
  refuse('nil-text', 'nil with text', value('<nil>0</nil>')),
  refuse('value-two-types', 'two types in one value', value('<int>1</int><int>2</int>')),
  refuse('value-text-before', 'text before the type', value('a<int>1</int>')),
  refuse('value-text-after', 'text after the type', value('<int>1</int>a')),
  refuse('value-in-scalar', 'an element in a scalar', value('<string>a<b/></string>')),
  refuse('value-in-vendor', 'an element in a type that nobody knows', value('<dom><a/></dom>')),
  refuse('value-nested', 'a value in a value', value('<value>a</value>')),
  refuse('struct-text', 'text in a struct', value('<struct>a</struct>')),
  refuse('struct-value', 'a value without a member', value('<struct><value>a</value></struct>')),
  refuse('member-empty', 'a member without anything', member('')),
  refuse('member-without-value', 'a member without a value', member('<name>a</name>')),
  refuse('member-without-name', 'a member without a name', member('<value>a</value>')),
  refuse('member-two-names', 'a member of two names', member('<name>a</name><name>b</name><value>c</value>')),
  refuse(
    'member-two-values',
    'a member of two values',
    member('<name>a</name><value>b</value><value>c</value>'),
  ),
  refuse('member-text', 'text in a member', member('<name>a</name>b<value>c</value>')),
  refuse('member-element-in-name', 'an element in a name', member('<name><b/></name><value>c</value>')),
  refuse('array-value', 'a value without data', value('<array><value>a</value></array>')),
  refuse('array-two-data', 'two lists in one array', value('<array><data/><data/></array>')),
  refuse('data-type', 'a type without a value', value('<array><data><int>1</int></data></array>')),
  refuse('data-text', 'text in data', value('<array><data>a</data></array>')),
  refuse('param-empty', 'a param without a value', respond('')),
  refuse('param-two-values', 'two values in one param', respond('<value>a</value><value>b</value>')),
  refuse('param-text', 'text in a param', respond('a<value>b</value>')),
  refuse(
    'params-two',
    'two params',
    '<methodResponse><params><param><value/></param><param><value/></param></params></methodResponse>',
  ),
  refuse(
    'params-value',
    'a value without a param',
    '<methodResponse><params><value/></params></methodResponse>',
  ),
  refuse('response-value', 'a value without params', '<methodResponse><value/></methodResponse>'),
  refuse(
    'response-both',
    'params and a fault',
    '<methodResponse><params/><fault><value/></fault></methodResponse>',
  ),
  refuse('response-text', 'text in a response', '<methodResponse>OK</methodResponse>'),
  refuse('fault-empty', 'a fault without a value', '<methodResponse><fault/></methodResponse>'),
  refuse(
    'fault-number',
    'a fault that is a number',
    '<methodResponse><fault><value><int>4</int></value></fault></methodResponse>',
  ),
  refuse('call', 'a call', '<methodCall><methodName>a</methodName></methodCall>'),
  refuse('case', 'names in capitals', '<METHODRESPONSE/>'),
  refuse('html', 'an HTML page', '<html><body>502 Bad Gateway</body></html>'),
  refuse('trailing', 'something behind the response', `${value('a')}<p/>`),
  refuse('trailing-text', 'text behind the response', `${value('a')}OK`),
  refuse('empty', 'nothing', ''),
];
