import { XmlRpcDateTime, type XmlRpcValue } from '../../../src/wire/xmlrpc/index.js';

/** Something that a reader of responses is held to. An id stays, whatever becomes of the rest. */
export interface Vector {
  readonly id: string;
  readonly level: 'MUST' | 'SHOULD' | 'MAY';
  readonly reason: string;
  /** Where it comes from. */
  readonly source: string;
  readonly xml: string;
  readonly value: XmlRpcValue;
}

const SPEC = 'XML-RPC Specification';
const APACHE = 'Apache XML-RPC, "Data types"';
const NIL = 'Extension "XML-RPC nil"';
const PEERS = 'seen from servers, against the letter of the specification';

const EX = 'xmlns:ex="http://ws.apache.org/xmlrpc/namespaces/extensions"';

/** A response around one `<value>` element. */
export const respond = (value: string): string =>
  `<?xml version="1.0"?><methodResponse><params><param>${value}</param></params></methodResponse>`;

const value = (content: string): string => respond(`<value>${content}</value>`);

function dateTime(text: string): XmlRpcDateTime {
  const decoded = XmlRpcDateTime.decode(text);
  if (decoded === undefined) throw new Error(`no vector: ${text}`);
  return decoded;
}

const struct = (...members: [string, XmlRpcValue][]): XmlRpcValue => new Map(members);

const must = (id: string, reason: string, xml: string, expected: XmlRpcValue): Vector => ({
  id,
  level: 'MUST',
  reason,
  source: SPEC,
  xml,
  value: expected,
});
const should = (id: string, reason: string, xml: string, expected: XmlRpcValue, source = APACHE): Vector => ({
  id,
  level: 'SHOULD',
  reason,
  source,
  xml,
  value: expected,
});
const may = (id: string, reason: string, xml: string, expected: XmlRpcValue): Vector => ({
  id,
  level: 'MAY',
  reason,
  source: PEERS,
  xml,
  value: expected,
});

export const VECTORS: readonly Vector[] = [
  must('int-i4', 'i4 is a signed 32-bit integer', value('<i4>-12</i4>'), -12),
  must('int-int', 'int is another name of i4', value('<int>-12</int>'), -12),
  must('int-plus', 'a plus at the beginning is allowed', value('<int>+7</int>'), 7),
  must('int-zeros', 'leading zeros are dropped', value('<i4>-000012</i4>'), -12),
  must('int-minus-zero', 'minus zero is zero', value('<int>-0</int>'), 0),
  must('int-max', 'the largest i4', value('<i4>2147483647</i4>'), 2147483647),
  must('int-min', 'the smallest i4', value('<i4>-2147483648</i4>'), -2147483648),
  may('int-blanks', 'white space around a number', value('<int>\n  42 </int>'), 42),
  must('boolean-1', '1 is true', value('<boolean>1</boolean>'), true),
  must('boolean-0', '0 is false', value('<boolean>0</boolean>'), false),
  may('boolean-true', 'the word for true', value('<boolean>true</boolean>'), true),
  may('boolean-false', 'the word for false', value('<boolean> false </boolean>'), false),
  must('double', 'a double in decimal digits', value('<double>-12.53</double>'), -12.53),
  must('double-plus', 'a plus at the beginning', value('<double>+0.5</double>'), 0.5),
  may('double-whole', 'no period', value('<double>3</double>'), 3),
  may('double-no-whole', 'nothing before the period', value('<double>-.25</double>'), -0.25),
  may('double-no-fraction', 'nothing after the period', value('<double>3.</double>'), 3),
  may('double-exponent', 'an exponent', value('<double>1.5E-3</double>'), 0.0015),
  may('double-minus-zero', 'minus zero, which nothing tells from zero', value('<double>-0.0</double>'), 0),
  must('string', 'text', value('<string>hello world</string>'), 'hello world'),
  must('string-untyped', 'a value without a type is a string', value('hello world'), 'hello world'),
  must('string-empty', 'an empty string', value('<string></string>'), ''),
  must('string-empty-tag', 'an empty element is an empty string', value('<string/>'), ''),
  must('string-empty-value', 'an empty value is an empty string', respond('<value/>'), ''),
  must('string-blanks', 'all characters count, blanks too', value('<string>  a  b \n</string>'), '  a  b \n'),
  must('string-untyped-blanks', 'also without a type', value(' \n a\t'), ' \n a\t'),
  must('string-only-blanks', 'even when there is nothing else', value('  '), '  '),
  must('string-digits', 'digits in a string stay text', value('<string>01234</string>'), '01234'),
  must('string-exponent', 'and what looks like a number', value('1e5'), '1e5'),
  must(
    'string-escapes',
    '& and < come as references',
    value('<string>a &lt; b &amp;&amp; c</string>'),
    'a < b && c',
  ),
  must('string-cdata', 'CDATA is text', value('<string>a<![CDATA[<b> & ]]>c</string>'), 'a<b> & c'),
  must('string-untyped-cdata', 'also without a type', value('<![CDATA[<int>1</int>]]>'), '<int>1</int>'),
  must(
    'string-cdata-end',
    'the end of CDATA can be written as text',
    value('<string>]]&gt;</string>'),
    ']]>',
  ),
  must('string-comment', 'a comment inside is no text', value('<string>a<!-- b -->c</string>'), 'ac'),
  must(
    'string-cr-reference',
    'a CR that is a reference stays',
    value('<string>a&#13;&#10;b</string>'),
    'a\r\nb',
  ),
  must('string-cr-lf', 'a plain CR LF is a line end, by XML', value('<string>a\r\nb\rc</string>'), 'a\nb\nc'),
  must('string-emoji', 'characters beyond 16 bits', value('<string>😀&#x1F600;</string>'), '😀😀'),
  must('string-c1', 'controls that XML 1.0 allows', value('<string>\u007f\u0085</string>'), '\u007f\u0085'),
  must(
    'datetime',
    'a date and time without a zone',
    value('<dateTime.iso8601>20240229T23:59:07</dateTime.iso8601>'),
    dateTime('20240229T23:59:07'),
  ),
  may(
    'datetime-dashes',
    'dashes in the date',
    value('<dateTime.iso8601> 2024-02-29T23:59:07 </dateTime.iso8601>'),
    dateTime('2024-02-29T23:59:07'),
  ),
  may(
    'datetime-zone',
    'a zone and a fraction',
    value('<dateTime.iso8601>20240229T235907.5+0530</dateTime.iso8601>'),
    dateTime('20240229T235907.5+0530'),
  ),
  may(
    'datetime-never',
    'zeros for "never"',
    value('<dateTime.iso8601>00000000T00:00:00</dateTime.iso8601>'),
    dateTime('00000000T00:00:00'),
  ),
  must('base64', 'bytes', value('<base64>AAEC/w==</base64>'), Uint8Array.of(0, 1, 2, 255)),
  must('base64-lines', 'in lines', value('<base64>\nAAEC\r\n  /w==\n</base64>'), Uint8Array.of(0, 1, 2, 255)),
  must('base64-empty', 'no bytes', value('<base64/>'), new Uint8Array(0)),
  may('base64-unpadded', 'without padding', value('<base64>AAEC/w</base64>'), Uint8Array.of(0, 1, 2, 255)),
  must(
    'struct',
    'named members of any type',
    value(
      '<struct><member><name>low</name><value><i4>18</i4></value></member>' +
        '<member><name>text</name><value>x</value></member></struct>',
    ),
    struct(['low', 18], ['text', 'x']),
  ),
  must('struct-empty', 'no members', value('<struct></struct>'), struct()),
  must('struct-empty-tag', 'no members, one tag', value('<struct/>'), struct()),
  must(
    'struct-recursive',
    'structs in structs',
    value(
      '<struct><member><name>a</name><value><struct><member><name>b</name><value><struct/></value></member>' +
        '</struct></value></member><member><name>c</name><value>d</value></member></struct>',
    ),
    struct(['a', struct(['b', struct()])], ['c', 'd']),
  ),
  must(
    'struct-names',
    'names are text like any other, blanks and references too',
    value('<struct><member><name> a &amp;<![CDATA[<]]> </name><value/></member></struct>'),
    struct([' a &< ', '']),
  ),
  must(
    'struct-prototype',
    'names that JavaScript knows are names like others',
    value(
      '<struct><member><name>__proto__</name><value>a</value></member>' +
        '<member><name>constructor</name><value>b</value></member>' +
        '<member><name>toString</name><value>c</value></member></struct>',
    ),
    struct(['__proto__', 'a'], ['constructor', 'b'], ['toString', 'c']),
  ),
  may(
    'struct-empty-name',
    'a name without characters',
    value('<struct><member><name/><value>a</value></member></struct>'),
    struct(['', 'a']),
  ),
  may(
    'struct-duplicate',
    'the last of two members of one name counts',
    value(
      '<struct><member><name>a</name><value>1</value></member><member><name>b</name><value>2</value></member>' +
        '<member><name>a</name><value>3</value></member></struct>',
    ),
    struct(['a', '3'], ['b', '2']),
  ),
  must(
    'array',
    'elements of different types',
    value(
      '<array><data><value><i4>12</i4></value><value>Egypt</value><value><boolean>0</boolean></value></data></array>',
    ),
    [12, 'Egypt', false],
  ),
  must('array-empty', 'no elements', value('<array><data></data></array>'), []),
  must('array-empty-tag', 'no elements, one tag', value('<array><data/></array>'), []),
  may('array-without-data', 'not even data', value('<array/>'), []),
  must(
    'array-recursive',
    'arrays and structs in arrays',
    value(
      '<array><data><value><array><data><value/></data></array></value><value><struct/></value>' +
        '<value><array><data><value>a</value></data></array></value></data></array>',
    ),
    [[''], struct(), ['a']],
  ),
  must(
    'xml-white-space',
    'white space between elements says nothing',
    '<?xml version="1.0"?>\n<methodResponse>\n <params>\r\n <param>\n<value>\n\t<array>\n<data>\n<value>\n <int>1</int>\n' +
      ' </value>\n<value> <struct>\n <member>\n <name>a</name>\n <value>\n <string> b </string>\n</value>\n</member>\n' +
      '</struct>\n</value>\n</data>\n</array>\n</value>\n</param>\n</params>\n</methodResponse>\n',
    [1, struct(['a', ' b '])],
  ),
  must(
    'xml-comments',
    'comments and instructions stand anywhere',
    '<!-- a & b --><?pi?><methodResponse><!-- --><params><param><?pi x?><value><!-- --><struct><!----><member><!-- -->' +
      '<name>a<?pi?></name><!-- --><value><!-- --><int><!-- -->1</int></value></member></struct></value></param></params>' +
      '</methodResponse><!-- -->',
    struct(['a', 1]),
  ),
  must(
    'xml-declaration',
    'the declaration may be absent',
    '<methodResponse><params><param><value>a</value></param></params></methodResponse>',
    'a',
  ),
  must(
    'xml-attributes',
    'attributes say nothing',
    value('<string xml:space="preserve" a="&lt;">b</string>'),
    'b',
  ),
  must('xml-numeric', 'references in numbers and names', value('<i4>&#49;2</i4>'), 12),
  must('xml-cdata-number', 'CDATA in a number', value('<i4><![CDATA[12]]></i4>'), 12),
  may('xml-bare-ampersand', 'a bare ampersand is text', value('<string>AT&T &nbsp;</string>'), 'AT&T &nbsp;'),
  may(
    'xml-control',
    'a control becomes the replacement character',
    value('<string>a\u0001</string>'),
    'a\ufffd',
  ),
  should('nil', 'nil is null', value('<nil/>'), null, NIL),
  should('nil-long', 'nil with an end tag', value('<nil></nil>'), null, NIL),
  should(
    'nil-in-array',
    'nil is an element',
    value('<array><data><value><nil/></value></data></array>'),
    [null],
    NIL,
  ),
  should('ex-nil', 'nil by its namespace', value(`<ex:nil ${EX}/>`), null),
  should(
    'ex-prefix',
    'the prefix is the peer’s choice',
    value(`<x:i8 ${EX.replace(':ex', ':x')}>5</x:i8>`),
    5n,
  ),
  should('ex-unbound', 'some peers forget to bind it', value('<ex:i8>5</ex:i8>'), 5n, PEERS),
  should('ex-i1', '8 bits', value(`<ex:i1 ${EX}>-128</ex:i1>`), -128),
  should('ex-i2', '16 bits', value(`<ex:i2 ${EX}>32767</ex:i2>`), 32767),
  should('ex-i8-max', '64 bits', value(`<ex:i8 ${EX}>9223372036854775807</ex:i8>`), 9223372036854775807n),
  should('ex-i8-min', '64 bits', value(`<ex:i8 ${EX}>-9223372036854775808</ex:i8>`), -9223372036854775808n),
  should('i8', 'without a prefix', value('<i8> +0009007199254740993 </i8>'), 9007199254740993n, PEERS),
  should('bigint', 'under the name that clients of POA use', value('<bigint>-1</bigint>'), -1n, PEERS),
  should('ex-float', 'a float is a number', value(`<ex:float ${EX}>1.5</ex:float>`), 1.5),
  should(
    'ex-datetime',
    'a date and time with milliseconds and a zone',
    value(`<ex:dateTime ${EX}>2024-02-29T23:59:07.125Z</ex:dateTime>`),
    dateTime('2024-02-29T23:59:07.125Z'),
  ),
  should(
    'ex-bigdecimal',
    'exact digits stay text',
    value(`<ex:bigdecimal ${EX}>1.10</ex:bigdecimal>`),
    '1.10',
  ),
  should(
    'ex-biginteger',
    'an integer without bounds stays text',
    value(`<ex:biginteger ${EX}>123456789012345678901234567890</ex:biginteger>`),
    '123456789012345678901234567890',
  ),
  may(
    'vendor-type',
    'a type that nobody knows is text',
    value('<money currency="EUR"> 1.50 </money>'),
    ' 1.50 ',
  ),
  may('response-empty-params', 'no param', '<methodResponse><params/></methodResponse>', null),
  may('response-empty', 'no params', '<methodResponse></methodResponse>', null),
];
