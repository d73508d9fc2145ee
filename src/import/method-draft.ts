import type { Protocol, ShapeMap } from '../mounted/descriptor-text.js';
import { type Content, emptyContent } from './content.js';
import type { SchemaTypes } from './schema-types.js';
import { withSecrecy } from './secret-names.js';
import type { Component, Symbols } from './symbols.js';
import { obstaclesIn } from './unsendable.js';
import { UnsupportedError } from './unsupported-error.js';
import type { Part, WsdlCall } from './wsdl-calls.js';
import { keyOf } from './xml-tree.js';

/** A method that can be expressed, before it has its name and its place in a file. */
export interface MethodDraft {
  readonly call: WsdlCall;
  /** Local name and namespace of the element that its request is. */
  readonly element: string;
  readonly namespace: string;
  readonly params: Readonly<Record<string, ShapeMap>>;
  readonly constraints: Content['constraints'];
  readonly response: string;
  /** Element of the answer that is the result; `null`: all of it is. */
  readonly resultElement: string | null;
  readonly result: ShapeMap | null;
}

/** What a codec of the project speaks, by the style and use of a binding. */
export const PROTOCOL_OF: Readonly<Record<string, Protocol>> = {
  'document/literal': 'document',
  'rpc/literal': 'document',
  'rpc/encoded': 'encoded',
};

/**
 * Reads what an operation takes and answers.
 *
 * @param tell - told of parameters that can be left out only
 * @throws {@link UnsupportedError} for one that cannot be expressed
 */
export function draftOf(
  call: WsdlCall,
  symbols: Symbols,
  types: SchemaTypes,
  tell: (note: string) => void,
): MethodDraft {
  if (call.flaw !== undefined) throw new UnsupportedError(call.flaw);
  const draft = call.form.startsWith('rpc/') ? rpcDraft(call, types) : documentDraft(call, symbols, types);
  for (const { path, reason, isOptional, member } of obstaclesIn(draft.params, types.types)) {
    if (!isOptional) throw new UnsupportedError(`${path} is ${reason}, which cannot be sent`);
    // What is around it may be sent, so it must be possible to leave it out there.
    if (member !== undefined) member.optional = true;
    tell(`${call.name}: ${path} is ${reason}, which cannot be sent: leave it out.`);
  }
  if (call.wantsHeader) tell(`${call.name} has a SOAP header, which is not sent.`);
  return draft;
}

function documentDraft(call: WsdlCall, symbols: Symbols, types: SchemaTypes): MethodDraft {
  const request = messageElement(call.input, symbols, 'request');
  const answer = messageElement(call.output ?? [], symbols, 'answer');
  const { namespace } = request.schema;
  if (answer.schema.namespace !== namespace) throw new UnsupportedError('its answer is in another namespace');
  const input = requestContent(request, types);
  const element = request.node.attribute('name') ?? '';
  const response = answer.node.attribute('name') ?? '';
  return {
    call,
    element,
    namespace,
    params: asShapes(input.members),
    constraints: input.constraints,
    response,
    ...answerOf(answer, types, `${element}Result`),
  };
}

function requestContent(request: Component, types: SchemaTypes): Content {
  const value = types.valueOf(request);
  // One of which nothing is said can be empty.
  if (value?.type === 'any') return emptyContent();
  if (value !== undefined) throw new UnsupportedError('its request is a value without a name');
  return closed(types.contentOf(request), 'request');
}

function answerOf(
  answer: Component,
  types: SchemaTypes,
  usual: string,
): Pick<MethodDraft, 'result' | 'resultElement'> {
  const value = types.valueOf(answer);
  if (value !== undefined) return { result: maybeNothing(value), resultElement: null };
  return resultOf(closed(types.contentOf(answer), 'answer').members, usual);
}

function messageElement(parts: readonly Part[], symbols: Symbols, noun: string): Component {
  const [part, ...others] = parts;
  if (part === undefined) throw new UnsupportedError(`its ${noun} has an empty body`);
  if (others.length > 0) throw new UnsupportedError(`its ${noun} has several elements in its body`);
  if (part.element === undefined) throw new UnsupportedError(`its ${noun} is a type and no element`);
  const component = symbols.elements.get(keyOf(part.element));
  if (component === undefined)
    throw new UnsupportedError(`its ${noun} is an element that is defined nowhere`);
  return component;
}

/** A message whose elements are known. */
function closed(content: Content, noun: string): Content {
  if (content.any !== 'none' || content.isDataSet)
    throw new UnsupportedError(`its ${noun} takes elements of any kind`);
  if (content.isUnordered) throw new UnsupportedError(`its ${noun} repeats a group of elements`);
  return content;
}

const asShapes = (members: Content['members']): Readonly<Record<string, ShapeMap>> => members;

function resultOf(
  members: Readonly<Record<string, ShapeMap>>,
  usual: string,
): Pick<MethodDraft, 'result' | 'resultElement'> {
  const [first, ...others] = Object.entries(members);
  if (first === undefined) return { result: null, resultElement: usual };
  if (others.length > 0) return { result: { type: 'struct', members: { ...members } }, resultElement: null };
  const [name, shape] = first;
  return { result: maybeNothing(shape), resultElement: name };
}

/** What is never answered is there as little as what is not told. */
const maybeNothing = (shape: ShapeMap): ShapeMap =>
  shape.secret === true ? { ...shape, optional: true } : shape;

function rpcDraft(call: WsdlCall, types: SchemaTypes): MethodDraft {
  const { name, namespace } = call;
  const params = partShapes(call.input, types);
  const answers = partShapes(call.output ?? [], types);
  const common = { call, element: name, namespace, params, constraints: [], response: `${name}Response` };
  return { ...common, ...resultOf(answers, `${name}Result`) };
}

/** Java has null for these, so that a call can be made without them. */
const NULLABLE: ReadonlySet<string> = new Set(['string', 'dateTime', 'bytes', 'any', 'array', 'struct']);

function partShapes(parts: readonly Part[], types: SchemaTypes): Record<string, ShapeMap> {
  const entries = parts.map(({ name, type }): [string, ShapeMap] => {
    if (type === undefined) throw new UnsupportedError(`${name} is an element and no type`);
    const shape = withSecrecy(name, types.shapeOf(type));
    if (!types.encoded) return [name, { ...shape, namespace: '' }];
    const isNullable =
      NULLABLE.has((types.types.get(shape.type) ?? shape).type) ||
      String(shape.wireType).startsWith('soapenc:');
    return [name, isNullable ? { ...shape, optional: true } : shape];
  });
  return Object.fromEntries(entries);
}
