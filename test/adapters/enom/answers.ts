/** Answers of an eNom server, written by hand. */
export const answer = (elements: string): string =>
  `<?xml version="1.0" encoding="utf-8"?>\r\n<interface-response>\r\n${elements}\r\n<ErrCount>0</ErrCount><ResponseCount>0</ResponseCount><Done>true</Done>\r\n</interface-response>`;

export const refusal = (code: number, ...texts: readonly string[]): string =>
  answer('').replace(
    '<ErrCount>0</ErrCount><ResponseCount>0</ResponseCount>',
    `<ErrCount>${texts.length}</ErrCount><errors>${texts.map((text, index) => `<Err${index + 1}>${text}</Err${index + 1}>`).join('')}</errors>` +
      `<ResponseCount>1</ResponseCount><responses><response><ResponseNumber>${code}</ResponseNumber></response></responses>`,
  );

export const pak = (id: number | string, more = ''): string => `<Pak><BundleId>${id}</BundleId>${more}</Pak>`;

export const pop = (user: string, more = ''): string => `<pop><username>${user}</username>${more}</pop>`;

/** @param rows - in the manner of GetDomains */
export const domainPage = (rows: string, more: string): string =>
  answer(`<GetDomains><domain-list type="Registered">${rows}</domain-list>${more}</GetDomains>`);

export const domainRow = (sld: string, more = ''): string =>
  `<domain><sld>${sld}</sld><tld>example</tld>${more}</domain>`;

export const fieldsOf = (body: string): Readonly<Record<string, string>> =>
  Object.fromEntries(new URLSearchParams(body));

/** The settings that every backend of these tests has. */
export const LOGIN = { uid: 'resellid', pw: 'Top-s3cret&more' };
