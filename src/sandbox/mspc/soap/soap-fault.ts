/** Why a call ends in a SOAP fault. `cause` messages are chained with ` ---> ` as .NET chains exceptions. */
export class SoapFault extends Error {
  override readonly name = 'SoapFault';

  /**
   * @param code - `Client`, `Server`, `VersionMismatch` or `MustUnderstand`
   * @param chain - messages, outermost first; each with the .NET exception type that carries it
   */
  constructor(
    readonly code: 'Client' | 'Server' | 'VersionMismatch' | 'MustUnderstand',
    readonly chain: readonly { readonly type: string; readonly message: string }[],
  ) {
    super(chain.map(({ message }) => message).join(' ---> '));
  }
}

const SOAP_EXCEPTION = 'System.Web.Services.Protocols.SoapException';

/** The method failed: an exception of .NET or of the database that nobody caught. */
export function serverFault(message: string, type = 'System.Exception'): SoapFault {
  return new SoapFault('Server', [
    { type: SOAP_EXCEPTION, message: 'Server was unable to process request.' },
    { type, message },
  ]);
}

/** A stored procedure refused or failed. */
export function databaseFault(message: string): SoapFault {
  return serverFault(message, 'System.Data.SqlClient.SqlException');
}

/** What reading a member of an object that was not sent ends in. */
export function nullReference(): SoapFault {
  return serverFault(
    'Object reference not set to an instance of an object.',
    'System.NullReferenceException',
  );
}

/** The request could not be turned into the method's arguments. */
export function unreadableRequest(
  message: string,
  at?: { readonly line: number; readonly column: number },
): SoapFault {
  const position =
    at === undefined
      ? []
      : [
          {
            type: 'System.InvalidOperationException',
            message: `There is an error in XML document (${at.line}, ${at.column}).`,
          },
        ];
  return new SoapFault('Client', [
    { type: SOAP_EXCEPTION, message: 'Server was unable to read request.' },
    ...position,
    { type: 'System.FormatException', message },
  ]);
}

/** The request was refused before any method was reached. */
export function clientFault(message: string): SoapFault {
  return new SoapFault('Client', [{ type: SOAP_EXCEPTION, message }]);
}
