import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createHsphereSimulator, type HsphereSimulator } from '../../../../src/sandbox/hsphere/server.js';
import { faultString, members, post, returned } from './hand-written.js';

/**
 * Requests laid out as the vendor's document prints them (H-Sphere Developer Guide, "H-Sphere XML API: Admin
 * Services", 21 Aug 2006), with values of the sandbox's seed data: encoding declared where it is used, prefixes
 * that change from bean to bean, referents in any order.
 */

let panel: HsphereSimulator;
beforeAll(async () => {
  panel = await createHsphereSimulator();
});
beforeEach(() => panel.reset());
afterAll(() => panel.close());

const ENVELOPE_START = `<?xml version="1.0" encoding="UTF-8"?>
<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"
 xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
`;
const inEnvelope = (body: string) => `${ENVELOPE_START}${body}</soapenv:Envelope>`;

const GET_QUOTA = inEnvelope(` <soapenv:Body>
  <ns1:getQuota soapenv:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/" xmlns:ns1="AdminServices">
   <at href="#id0"/>
   <accountId xsi:type="xsd:long">5010</accountId>
  </ns1:getQuota>
  <multiRef id="id0" soapenc:root="0" soapenv:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/" xsi:type="ns2:AuthToken" xmlns:soapenc="http://schemas.xmlsoap.org/soap/encoding/" xmlns:ns2="urn:AdminServices">
   <accountId xsi:type="xsd:int">0</accountId>
   <login xsi:type="xsd:string">admin</login>
   <password xsi:type="xsd:string">sandbox-hsphere</password>
   <role xsi:type="ns2:Role" xsi:nil="true"/>
  </multiRef>
 </soapenv:Body>`);

const MONTHLY_DEBIT = inEnvelope(`<soapenv:Body>
<ns1:monthlyBasedDebit soapenv:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/" xmlns:ns1="AdminServices">
<at href="#id0"/>
<accountId xsi:type="xsd:long">5011</accountId>
<amount xsi:type="xsd:double">12.75</amount>
<duration xsi:type="xsd:int">6</duration>
<frequency xsi:type="xsd:int">12</frequency>
<description xsi:type="xsd:string">backup space</description>
<note xsi:type="xsd:string">as ordered</note>
<adminNote xsi:type="xsd:string">ticket 81</adminNote>
<startOn xsi:type="xsd:int">3</startOn>
<isInfinite xsi:type="xsd:boolean">true</isInfinite>
<isInvoice xsi:type="xsd:boolean">false</isInvoice>
</ns1:monthlyBasedDebit>
<multiRef id="id0" soapenc:root="0" soapenv:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/" xsi:type="ns2:AuthToken" xmlns:soapenc="http://schemas.xmlsoap.org/soap/encoding/" xmlns:ns2="urn:AdminServices">
<accountId xsi:type="xsd:int">1</accountId>
<login xsi:type="xsd:string">admin</login>
<password xsi:type="xsd:string">sandbox-hsphere</password>
<role xsi:type="ns2:Role" xsi:nil="true"/>
</multiRef>
</soapenv:Body>`);

const SEARCH = inEnvelope(`<soapenv:Body>
<ns1:searchUserIdBySignupId soapenv:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/" xmlns:ns1="http://axis.hsphere.psoft">
<signupId href="#id0"/>
</ns1:searchUserIdBySignupId>
<multiRef id="id0" soapenc:root="0" soapenv:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/" xsi:type="xsd:long"
xmlns:soapenc="http://schemas.xmlsoap.org/soap/encoding/">4294967297</multiRef>
</soapenv:Body>`);

const SIGNUP = inEnvelope(`<soapenv:Body>
<ns1:signupUser soapenv:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/" xmlns:ns1="AdminServices">
<at href="#id0"/>
<planId xsi:type="xsd:int">7005</planId>
<periodId xsi:type="xsd:int">2</periodId>
<login xsi:type="xsd:string">samplesignup</login>
<password xsi:type="xsd:string">kelp-7!</password>
<descr xsi:type="xsd:string">from a sample</descr>
<ci href="#id1"/>
<bi href="#id2"/>
<pi href="#id3"/>
<validateUser xsi:type="xsd:boolean">true</validateUser>
<mod xsi:type="xsd:string">signup</mod>
<otherParams xsi:type="soapenc:Array" soapenc:arrayType="xsd:anyType[4]" xmlns:soapenc="http://schemas.xmlsoap.org/soap/encoding/">
<item xsi:type="soapenc:Array" soapenc:arrayType="xsd:anyType[2]" xmlns:ns2="http://www.w3.org/2002/12/soap-encoding">
<item xsi:type="xsd:string">domain_name</item>
<item xsi:type="xsd:string">kelp.example</item>
</item>

<item xsi:type="soapenc:Array" soapenc:arrayType="xsd:anyType[2]" xmlns:ns3="http://www.w3.org/2002/12/soap-encoding">
<item xsi:type="xsd:string">REMOTE_ADDR</item>
<item xsi:type="xsd:string">192.0.2.17</item>
</item>
</otherParams>
</ns1:signupUser>
<multiRef id="id3" soapenc:root="0" soapenv:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/" xsi:type="ns3:PaymentInfo" xmlns:soapenc="http://schemas.xmlsoap.org/soap/encoding/" xmlns:ns3="urn:AdminServices">
<number xsi:type="xsd:string">4000000000000002</number>
<type xsi:type="xsd:string">CC</type>
</multiRef>
<multiRef id="id1" soapenc:root="0" soapenv:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/" xsi:type="ns4:ContactInfo" xmlns:ns4="urn:AdminServices" xmlns:soapenc="http://schemas.xmlsoap.org/soap/encoding/">
<country xsi:type="xsd:string">PT</country>
<first_name xsi:type="xsd:string">Rui</first_name>
<state xsi:type="xsd:string">NA</state>
</multiRef>
<multiRef id="id2" soapenc:root="0" soapenv:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/" xsi:type="ns5:ContactInfo" xmlns:ns5="urn:AdminServices" xmlns:soapenc="http://schemas.xmlsoap.org/soap/encoding/">
<country xsi:type="xsd:string">PT</country>
<state xsi:type="xsd:string">Algarve</state>
</multiRef>
<multiRef id="id0" soapenc:root="0" soapenv:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/" xsi:type="ns6:AuthToken" xmlns:ns6="urn:AdminServices" xmlns:soapenc="http://schemas.xmlsoap.org/soap/encoding/">
<accountId xsi:type="xsd:int">0</accountId>
<login xsi:type="xsd:string">admin</login>
<password xsi:type="xsd:string">sandbox-hsphere</password>
<role xsi:type="ns6:Role" xsi:nil="true"/>
</multiRef>
</soapenv:Body>`);

it('takes a read as the document prints it', async () => {
  expect(returned(await post(panel, GET_QUOTA), 'getQuotaReturn')).toBe('1.23456785E7');
});

it('takes a debit as the document prints it', async () => {
  expect((await post(panel, MONTHLY_DEBIT)).status).toBe(200);
  expect(panel.state.ledger).toMatchObject([{ kind: 'monthlyBasedDebit', startOn: 3, amount: 12.75 }]);
});

it('takes a search as the document prints it, with a long by reference', async () => {
  expect(returned(await post(panel, SEARCH), 'searchUserIdBySignupIdReturn')).toBe('1');
});

it('takes a signup as the document prints it, with too large an array size and a full state name', async () => {
  const answer = await post(panel, SIGNUP);
  expect(answer.status).toBe(200);
  expect(members(answer, 'signupUserReturn')).toHaveLength(3);
  expect(panel.state.accounts.get(5101n)).toMatchObject({ planId: 7005, periodId: 2, incomplete: false });
});

it('refuses the samples that are indented with no-break spaces, as Axis does', async () => {
  const indented = GET_QUOTA.replaceAll(/^ +/gm, (blanks) => '\u00a0'.repeat(blanks.length));
  const answer = await post(panel, indented);
  expect(answer.status).toBe(500);
  expect(faultString(answer)).toBeDefined();
});

it.each([
  ['a blank in a closing tag', SIGNUP.replace('</item>', '< /item>')],
  [
    'an empty namespace for a prefix',
    SIGNUP.replace('xmlns:ns2="http://www.w3.org/2002/12/soap-encoding"', 'xmlns:ns2=""'),
  ],
  ['a reference and its own text in one tag', SIGNUP.replace('<bi href="#id2"/>', '<bi href="#id2"/')],
])('refuses the slip of %s', async (_case, body) => {
  expect(faultString(await post(panel, body))).toMatch(/^org\.xml\.sax\.SAXParseException; /);
});
