/** Fault codes as Axis 1.4 was seen to write them; `axis:` stands for its own namespace under a drawn prefix. */
export type FaultCode =
  | 'soapenv:Server.userException'
  | 'soapenv:Server.generalException'
  | 'soapenv:MustUnderstand'
  | 'soapenv:VersionMismatch'
  | 'Server.userException'
  | 'axis:Client'
  | 'axis:Client.NoSOAPAction'
  | 'axis:Server.NoService';

/** What ends a call without its reply; `message` is the faultstring and goes to the caller. */
export class AxisFault extends Error {
  override readonly name = 'AxisFault';

  constructor(
    readonly code: FaultCode,
    message: string,
  ) {
    super(message);
  }
}

/** An exception of the service or of the engine: its class name, a colon and its message if it has one. */
export const javaException = (className: string, message?: string): AxisFault =>
  new AxisFault(
    'soapenv:Server.userException',
    message === undefined ? className : `${className}: ${message}`,
  );

export const saxException = (message: string): AxisFault =>
  javaException('org.xml.sax.SAXException', message);

/** The action exists and no form of it takes these parameters. */
export const noFittingOperation = (action: string): AxisFault =>
  new AxisFault('Server.userException', `No such operation '${action}'`);

export const unknownOperation = (action: string): AxisFault =>
  new AxisFault('axis:Client', `No such operation '${action}'`);

const MAX_QUOTED = 64;

/** Java's complaint about text that is no number, with as much of the text as fits. */
export const numberFormatException = (text: string): AxisFault =>
  javaException('java.lang.NumberFormatException', `For input string: "${text.slice(0, MAX_QUOTED)}"`);
