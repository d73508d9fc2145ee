import type { SimulatedAnswer, SimulatedRequest, UnderstoodCall } from '../listener.js';
import { authenticate } from './basic-auth.js';
import type { CallContext } from './method.js';
import { toParams } from './recorded-params.js';
import { type Service, serviceAt } from './services.js';
import { readEnvelope } from './soap/read-envelope.js';
import { clientFault, SoapFault, serverFault } from './soap/soap-fault.js';
import { writeEnvelope, writeFault } from './soap/write-envelope.js';
import { UnreadableXml } from './xml/read-xml.js';
import { writeElement } from './xml/write-xml.js';

/** ASP.NET's `maxRequestLength` in the sibling's Web.config. */
const MAX_REQUEST_BYTES = 16_384 * 1024;

const page = (status: number, text: string): SimulatedAnswer => ({
  status,
  contentType: 'text/html; charset=utf-8',
  body: `<html><head><title>${text}</title></head><body><h1>${text}</h1></body></html>`,
});

/** ASP.NET's whole answer to a body that is not XML. */
const BAD_REQUEST: SimulatedAnswer = { status: 400, contentType: 'text/xml; charset=utf-8', body: '' };

/**
 * Reads a request in the server's order: address and verb, credentials, envelope, SOAPAction. What is wrong with
 * the arguments shows only when the method runs.
 */
export function understand(
  context: CallContext,
  request: SimulatedRequest,
): UnderstoodCall | SimulatedAnswer {
  const service = serviceAt(request.path);
  if (service === undefined) return page(404, 'The resource cannot be found.');
  if (request.verb !== 'POST')
    return page(405, 'The sandbox answers POST only and has no service description.');
  try {
    return understandPost(context, service, request);
  } catch (error) {
    if (error instanceof UnreadableXml) return BAD_REQUEST;
    return writeFault(toFault(error), context.settings.stackTraces);
  }
}

function understandPost(
  context: CallContext,
  service: Service,
  request: SimulatedRequest,
): UnderstoodCall | SimulatedAnswer {
  const { settings, state } = context;
  const actor = service.authenticated ? authenticate(state, request.headers.authorization) : undefined;
  if (service.authenticated && actor === undefined) return accessDenied(settings.realm);
  const contentType = request.headers['content-type'] ?? '';
  if (!/^text\/xml\s*(;|$)/i.test(contentType)) return page(500, 'Request format is unrecognized.');
  if (request.body.length > MAX_REQUEST_BYTES) return page(500, 'Maximum request length exceeded.');

  const envelope = readEnvelope(request.body, contentType);
  const name = methodName(request.headers.soapaction, settings.namespace);
  const bind = settings.without.includes(name) ? undefined : service.bind(name, { ...context, actor });
  if (bind === undefined) throw unknownAction(String(request.headers.soapaction));

  const { call } = envelope;
  // Another name or namespace is passed over, and the method runs without arguments.
  const element = call?.local === name && call.namespace === settings.namespace ? call : undefined;
  const fault = (thrown: unknown) => writeFault(toFault(thrown), settings.stackTraces);
  return {
    method: name,
    params: toParams(element),
    fault: (message) => fault(serverFault(message)),
    run() {
      try {
        const params = toParams(element);
        const result = state.account({ method: name, params }, () => bind(element, `${name}Result`));
        const body = writeElement(`${name}Response`, result, `xmlns="${settings.namespace}"`);
        const action = `${settings.namespace}/${name}Response`;
        return writeEnvelope(
          200,
          body,
          settings.addressingHeaders ? { action, relatesTo: envelope.messageId } : undefined,
        );
      } catch (error) {
        return fault(error);
      }
    },
  };
}

function accessDenied(realm: string): SimulatedAnswer {
  return {
    status: 401,
    contentType: 'text/plain',
    body: '401 Access Denied',
    headers: { 'www-authenticate': `Basic Realm="${realm}"` },
  };
}

/**
 * The method that a SOAPAction names, `''` for none of this namespace. Quotes are required, as the WS-I Basic
 * Profile has it that the service claims to keep.
 *
 * @throws SoapFault (Client) without the header
 */
function methodName(soapAction: string | string[] | undefined, namespace: string): string {
  if (typeof soapAction !== 'string') {
    throw clientFault(
      'Unable to handle request without a valid action parameter. Please supply a valid soap action.',
    );
  }
  const prefix = `"${namespace}/`;
  return soapAction.startsWith(prefix) && soapAction.endsWith('"') ? soapAction.slice(prefix.length, -1) : '';
}

function unknownAction(soapAction: string): SoapFault {
  return clientFault(`Server did not recognize the value of HTTP Header SOAPAction: ${soapAction}.`);
}

/** Anything but a fault is a mistake of the simulator's; it answers as a server does that failed. */
function toFault(error: unknown): SoapFault {
  if (error instanceof SoapFault) return error;
  return serverFault(error instanceof Error ? error.message : 'Unknown failure.');
}
