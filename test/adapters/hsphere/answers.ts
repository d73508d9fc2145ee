/** Answers of an H-Sphere, written by hand. */
export const envelope = (body: string): string =>
  '<?xml version="1.0" encoding="utf-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" ' +
  'xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
  `<soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`;

/** What `action` answers: `value` is the content of its return element. */
export const answer = (action: string, value: string): string =>
  envelope(
    `<ns1:${action}Response xmlns:ns1="AdminServices"><${action}Return>${value}</${action}Return></ns1:${action}Response>`,
  );

export const quota = (value: number | string): string => answer('getQuota', String(value));

export const accounts = (...ids: ReadonlyArray<number | string>): string =>
  answer('getAccounts', ids.map((id) => `<item>${id}</item>`).join(''));

/** @param code - as it is written, prefix and all; `axis` is bound to the namespace of Axis */
export const fault = (text: string, code = 'soapenv:Server.userException'): string =>
  envelope(
    `<soapenv:Fault xmlns:axis="http://xml.apache.org/axis/"><faultcode>${code}</faultcode>` +
      `<faultstring>${text}</faultstring><detail><axis:hostname>db7.internal.example</axis:hostname>` +
      '<axis:stackTrace>at psoft.hsphere.Secret.java</axis:stackTrace></detail></soapenv:Fault>',
  );

/** The action that a request asks for. */
export const actionOf = (body: string): string => /<soapenv:Body><(?:\w+:)?(\w+)/.exec(body)?.[1] ?? '';
