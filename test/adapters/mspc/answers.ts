import type { ScriptedRequest } from '../../support/scripted-server.js';

export const NAMESPACE = 'http://smbsaas/MSPC/enterpriseserver';

const envelope = (content: string, prefix = 'soap'): string =>
  `<?xml version="1.0" encoding="utf-8"?><${prefix}:Envelope xmlns:${prefix}="http://schemas.xmlsoap.org/soap/envelope/" ` +
  `xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><${prefix}:Body>${content}</${prefix}:Body></${prefix}:Envelope>`;

/** The method that a request asks for, by its SOAPAction. */
export const methodOf = ({ headers }: ScriptedRequest): string =>
  /\/(\w+)"$/.exec(String(headers.soapaction))?.[1] ?? '';

/** An answer of `method`; `null`: without a result. */
export const answer = (method: string, content: string | null, namespace = NAMESPACE): string =>
  envelope(
    `<${method}Response xmlns="${namespace}">` +
      `${content === null ? '' : `<${method}Result>${content}</${method}Result>`}</${method}Response>`,
  );

export const fault = (code: string, text: string): string =>
  envelope(
    `<soap:Fault><faultcode>${code}</faultcode><faultstring>${text}</faultstring><detail /></soap:Fault>`,
  );

/** A DataSet of rows, table by table. */
export const dataSet = (tables: Readonly<Record<string, readonly string[]>>): string => {
  const rows = Object.entries(tables).flatMap(([table, contents]) =>
    contents.map((content) => `<${table}>${content}</${table}>`),
  );
  return (
    '<xs:schema id="NewDataSet" xmlns="" xmlns:xs="http://www.w3.org/2001/XMLSchema"/>' +
    '<diffgr:diffgram xmlns:diffgr="urn:schemas-microsoft-com:xml-diffgram-v1">' +
    `<NewDataSet xmlns="">${rows.join('')}</NewDataSet></diffgr:diffgram>`
  );
};
