/** Answers of a POA, written by hand. */
export const response = (value: string): string =>
  `<?xml version="1.0"?><methodResponse><params><param><value>${value}</value></param></params></methodResponse>`;

export const struct = (members: Readonly<Record<string, string>>): string =>
  `<struct>${Object.entries(members)
    .map(([name, value]) => `<member><name>${name}</name><value>${value}</value></member>`)
    .join('')}</struct>`;

export const array = (...values: readonly string[]): string =>
  `<array><data>${values.map((value) => `<value>${value}</value>`).join('')}</data></array>`;

export const int = (value: number): string => `<int>${value}</int>`;

export const success = (result: string): string => response(struct({ status: int(0), result }));

export const failure = (members: Readonly<Record<string, string>>): string =>
  response(struct({ status: int(-1), ...members }));

export const fault = (code: number, text: string): string =>
  `<?xml version="1.0"?><methodResponse><fault><value>${struct({ faultCode: int(code), faultString: text })}</value></fault></methodResponse>`;

export const methodOf = (body: string): string => /<methodName>([^<]*)</.exec(body)?.[1] ?? '';
