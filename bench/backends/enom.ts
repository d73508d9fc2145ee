import type { Answer } from './canned-server.js';

const paks = [1, 2, 3]
  .map(
    (id) =>
      `<Pak><PakID>${id}</PakID><ExpDate>8/3/2027</ExpDate><Quantity>10</Quantity><AutoRenew>1</AutoRenew></Pak>`,
  )
  .join('');
const envelope = (command: string, content: string): Buffer =>
  Buffer.from(
    `<?xml version="1.0" encoding="utf-8"?>\n<interface-response>\n${content}<Command>${command}</Command>\n<APIType>API</APIType>\n<Language>eng</Language>\n<ErrCount>0</ErrCount>\n<ResponseCount>0</ResponseCount>\n<MinPeriod>1</MinPeriod>\n<MaxPeriod>10</MaxPeriod>\n<Server>SJL0VWAPI03</Server>\n<Site>eNom</Site>\n<TimeDifference>+08.00</TimeDifference>\n<ExecTime>0.125</ExecTime>\n<Done>true</Done>\n<RequestDateTime>11/21/2026 9:18:29 PM</RequestDateTime>\n<debug><![CDATA[]]></debug>\n</interface-response>`,
  );
const ANSWERS: Readonly<Record<string, Buffer>> = {
  GetDomainInfo: envelope(
    'GETDOMAININFO',
    '<GetDomainInfo>\n<domainname sld="nordlicht" tld="example" domainnameid="240118708">nordlicht.example</domainname>\n<status>\n<expiration>8/3/2027 6:33:09 AM</expiration>\n<registrationstatus>Registered</registrationstatus>\n<purchase-status>Paid</purchase-status>\n<belongs-to party-id="{5A9DBE00-0000-4000-8000-00000000C0DE}">resellid</belongs-to>\n</status>\n<services>\n<entry name="dnsserver">\n<configuration changable="0" type="dns">\n<dns>dns1.name-services.example</dns>\n<dns>dns2.name-services.example</dns>\n</configuration>\n</entry>\n</services>\n</GetDomainInfo>\n',
  ),
  GetCatchAll: envelope('GETCATCHALL', '<CatchAllAddress>post@nordlicht.example</CatchAllAddress>\n'),
  GetPaks: envelope('GETPAKS', paks),
};

export const enomAnswer = (): Answer => (body) => {
  const command = /(?:^|&)command=(\w+)/.exec(body)?.[1] ?? '';
  const answer = ANSWERS[command];
  if (answer === undefined) throw new Error(`No answer was prepared for ${command}.`);
  return answer;
};
