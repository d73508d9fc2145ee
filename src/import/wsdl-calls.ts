import { WSDL } from './document-set.js';
import type { Symbols } from './symbols.js';
import { keyOf, type QName, type XmlNode } from './xml-tree.js';

const SOAP_BINDING = 'http://schemas.xmlsoap.org/wsdl/soap/';
const SOAP_12_BINDING = 'http://schemas.xmlsoap.org/wsdl/soap12/';
const SOAP_OVER_HTTP = 'http://schemas.xmlsoap.org/soap/http';

/** One value in a message. */
export interface Part {
  readonly name: string;
  readonly element: QName | undefined;
  readonly type: QName | undefined;
}

/** An operation of a service as its binding says it is called. */
export interface WsdlCall {
  readonly service: string;
  /** As the port states it; `undefined` where a binding stands without a service. */
  readonly location: string | undefined;
  readonly name: string;
  readonly documentation: string;
  readonly form: `${'document' | 'rpc'}/${string}`;
  /** Value of SOAPAction; `undefined` where the binding states none. */
  readonly action: string | undefined;
  /** Namespace that the binding gives to the operation's element; RPC only. */
  readonly namespace: string;
  readonly input: readonly Part[];
  /** `undefined`: it answers nothing at all. */
  readonly output: readonly Part[] | undefined;
  /** Why it cannot be called; `undefined`: nothing is known yet. */
  readonly flaw: string | undefined;
  readonly wantsHeader: boolean;
}

/**
 * The operations of all services that can be called by SOAP 1.1 over HTTP. Bindings of the same operations to SOAP 1.2
 * or to plain HTTP are passed over; what has no other is told.
 *
 * @param only - local name of the one service that is wanted; `null`: all
 */
export function callsOf(
  symbols: Symbols,
  only: string | null,
  tell: (note: string) => void,
): readonly WsdlCall[] {
  const calls: WsdlCall[] = [];
  const bound = new Set<XmlNode>();
  const passedOver = new Map<string, string>();
  for (const service of symbols.services) {
    const name = service.attribute('name') ?? '';
    if (only !== null && name !== only) continue;
    for (const port of service.all(WSDL, 'port')) {
      const binding = symbols.bindings.get(keyOf(port.nameIn('binding') ?? NO_NAME));
      if (binding === undefined) continue;
      if (!isSoap11(binding)) {
        passedOver.set(port.attribute('name') ?? '', portTypeKey(binding));
      } else if (!bound.has(binding)) {
        bound.add(binding);
        const location = port.one(SOAP_BINDING, 'address')?.attribute('location');
        calls.push(...bindingCalls(symbols, binding, name, location));
      }
    }
  }
  const reached = new Set([...bound].map(portTypeKey));
  for (const [port, portType] of passedOver) {
    if (!reached.has(portType) && symbols.portTypes.get(portType)?.one(WSDL, 'operation') !== undefined) {
      tell(`Port ${port} is bound to something else than SOAP 1.1 over HTTP, and is passed over.`);
    }
  }
  if (symbols.services.length > 0) return calls;
  return [...symbols.bindings.values()]
    .filter(isSoap11)
    .flatMap((binding) => bindingCalls(symbols, binding, binding.attribute('name') ?? '', undefined));
}

const NO_NAME: QName = { uri: '', local: '' };

const portTypeKey = (binding: XmlNode): string => keyOf(binding.nameIn('type') ?? NO_NAME);

function isSoap11(binding: XmlNode): boolean {
  const soap = binding.one(SOAP_BINDING, 'binding');
  if (soap === undefined || binding.one(SOAP_12_BINDING, 'binding') !== undefined) return false;
  return (soap.attribute('transport') ?? SOAP_OVER_HTTP) === SOAP_OVER_HTTP;
}

function bindingCalls(
  symbols: Symbols,
  binding: XmlNode,
  service: string,
  location: string | undefined,
): readonly WsdlCall[] {
  const portType = symbols.portTypes.get(portTypeKey(binding));
  const style = binding.one(SOAP_BINDING, 'binding')?.attribute('style') ?? 'document';
  const seen = new Map<string, number>();
  return binding.all(WSDL, 'operation').flatMap((bound) => {
    const name = bound.attribute('name') ?? '';
    const place = seen.get(name) ?? 0;
    seen.set(name, place + 1);
    const abstract = abstractOperation(portType, bound, name, place);
    if (name === '' || abstract === undefined) return [];
    return [callOf(symbols, bound, abstract, { service, location, name, style })];
  });
}

/** Operations of one name are told apart by the names of their inputs, or else by their order. */
function abstractOperation(
  portType: XmlNode | undefined,
  bound: XmlNode,
  name: string,
  place: number,
): XmlNode | undefined {
  const candidates = portType?.all(WSDL, 'operation').filter((node) => node.attribute('name') === name) ?? [];
  const input = inputName(bound);
  return (
    (candidates.length > 1 && input !== undefined
      ? candidates.find((candidate) => inputName(candidate) === input)
      : undefined) ?? candidates[place]
  );
}

const inputName = (operation: XmlNode): string | undefined => operation.one(WSDL, 'input')?.attribute('name');

function callOf(
  symbols: Symbols,
  bound: XmlNode,
  abstract: XmlNode,
  {
    service,
    location,
    name,
    style,
  }: { service: string; location: string | undefined; name: string; style: string },
): WsdlCall {
  const soap = bound.one(SOAP_BINDING, 'operation');
  const request = bound.one(WSDL, 'input');
  const body = request?.one(SOAP_BINDING, 'body');
  const form = (soap?.attribute('style') ?? style) === 'rpc' ? 'rpc' : 'document';
  const input = partsOf(symbols, abstract.one(WSDL, 'input'), request);
  const output = partsOf(symbols, abstract.one(WSDL, 'output'), bound.one(WSDL, 'output'));
  return {
    service,
    location,
    name,
    documentation: abstract.one(WSDL, 'documentation')?.text ?? '',
    form: `${form}/${body?.attribute('use') ?? 'literal'}`,
    action: soap?.attribute('soapAction'),
    namespace: body?.attribute('namespace') ?? '',
    input: input ?? [],
    output,
    flaw: flawOf(body, input, output),
    wantsHeader: request?.one(SOAP_BINDING, 'header') !== undefined,
  };
}

function flawOf(body: XmlNode | undefined, input: unknown, output: unknown): string | undefined {
  if (body === undefined) return 'its request has no body of SOAP 1.1, or attachments';
  if (input === undefined) return 'its request is a message that is nowhere defined';
  if (output === undefined) return 'it answers nothing, so nobody could tell what became of it';
  return undefined;
}

/** @returns the parts that stand in the body; `undefined` if there is no such message */
function partsOf(
  symbols: Symbols,
  abstract: XmlNode | undefined,
  bound: XmlNode | undefined,
): Part[] | undefined {
  const message =
    abstract === undefined ? undefined : symbols.messages.get(keyOf(abstract.nameIn('message') ?? NO_NAME));
  const listed = bound?.one(SOAP_BINDING, 'body')?.attribute('parts')?.split(/\s+/);
  const inHeader = new Set(bound?.all(SOAP_BINDING, 'header').map((header) => header.attribute('part')));
  const ownHeaders =
    bound?.all(SOAP_BINDING, 'header').some((header) => sameMessage(header, abstract)) === true;
  return message
    ?.all(WSDL, 'part')
    .map((part) => ({
      name: part.attribute('name') ?? '',
      element: part.nameIn('element'),
      type: part.nameIn('type'),
    }))
    .filter(({ name }) =>
      listed === undefined ? !(ownHeaders && inHeader.has(name)) : listed.includes(name),
    );
}

const sameMessage = (header: XmlNode, abstract: XmlNode | undefined): boolean =>
  keyOf(header.nameIn('message') ?? NO_NAME) === keyOf(abstract?.nameIn('message') ?? NO_NAME);
