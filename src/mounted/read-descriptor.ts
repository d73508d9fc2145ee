import { ConfigError, type Problem } from '../config/index.js';
import { readYaml } from '../config/read-yaml.js';
import { isMap } from '../config/schema-walk.js';
import { compileCheck } from '../operation/check.js';
import type { Operation } from '../operation/operation.js';
import { type Constraint, type Shape, type StructShape, struct } from '../operation/shape.js';
import { compileMethod } from '../wire/soap/document/index.js';
import {
  compileEncoder as compileEncoded,
  compileReader as compileEncodedReader,
} from '../wire/soap/encoded/index.js';
import {
  descriptorFile,
  isMethodName,
  type ParsedDescriptor,
  type ParsedMethod,
  type Protocol,
} from './descriptor-text.js';
import { createSizer } from './expanded-size.js';
import { ShapeBook } from './shape-book.js';
import { constraints } from './shape-notes.js';

/** Far above what a service has, and far below what would be felt. */
const MAX_SHAPES = 20_000;

/**
 * Reads the methods of a descriptor file, as `hostgraph import` writes it and an operator has reviewed it.
 *
 * @param protocol - what the panel speaks that they are to be mounted on
 * @returns its methods, in the order of the file; of those whose effect is `unknown`, writes
 * @throws {@link ConfigError} with every problem at once, each with its path in the file
 */
export function readDescriptorFile(file: string, protocol: Protocol): readonly Operation[] {
  return readDescriptors(readYaml(file), protocol);
}

/** As {@link readDescriptorFile}, of what YAML has read. */
export function readDescriptors(value: unknown, protocol: Protocol): readonly Operation[] {
  const outer = new ShapeBook({});
  const text = outer.check(descriptorFile, value, []);
  if (text === undefined) throw new ConfigError([...outer.problems, ...shapeProblems(value)]);
  const book = new ShapeBook(text.types);
  if (text.protocol !== protocol) {
    book.tell(['protocol'], `must be ${protocol}, which is what this kind of backend speaks`);
  }
  const sizeOf = createSizer();
  const operations = Object.entries(text.methods).map(([name, method]) => {
    const before = book.problems.length;
    const operation = toOperation(name, method, text, book);
    if (
      book.problems.length === before &&
      sizeOf(operation.params) + (operation.result === null ? 0 : sizeOf(operation.result)) > MAX_SHAPES
    ) {
      book.tell(['methods', name], `has more than ${MAX_SHAPES} members`);
    }
    if (book.problems.length === before) checkSendable(operation, text.protocol, book);
    return operation;
  });
  if (book.problems.length > 0) throw new ConfigError(book.problems);
  return operations;
}

/** What is wrong with the shapes of a file that is not sound otherwise. */
function shapeProblems(value: unknown): readonly Problem[] {
  const file = isMap(value) ? value : {};
  const book = new ShapeBook(isMap(file.types) ? file.types : {});
  for (const [name, method] of Object.entries(isMap(file.methods) ? file.methods : {})) {
    if (!isMap(method)) continue;
    if (isMap(method.params)) book.members(method.params, ['methods', name, 'params']);
    if (method.result !== undefined && method.result !== null)
      book.read(method.result, ['methods', name, 'result']);
  }
  return book.problems;
}

function toOperation(name: string, method: ParsedMethod, file: ParsedDescriptor, book: ShapeBook): Operation {
  const path = ['methods', name];
  if (!isMethodName(name, file.protocol)) book.tell(path, 'is no name that a method can have');
  const { params: members, constraints: rules, result, open, effect, wire, ...notes } = method;
  const service = method.service ?? file.service;
  const namespace = wire?.namespace ?? file.namespace;
  const params = paramsOf(members, rules, open, book, path);
  if (method.owner !== undefined && !leadsSomewhere(params, method.owner.param)) {
    book.tell([...path, 'owner', 'param'], 'names no parameter');
  }
  // What is absent in the file is absent here: zod gives no member for it.
  return {
    ...notes,
    method: name,
    ...(service === undefined ? {} : { service }),
    group: method.group ?? 'imported',
    description: method.description ?? '',
    effect: effect === 'unknown' ? 'write' : effect,
    params,
    result: result === undefined || result === null ? null : (book.read(result, [...path, 'result']) ?? null),
    source: file.source,
    // A miss may be told as a failure, and a refusal after half of the work: nobody has said that they are not.
    ...(file.protocol === 'xmlrpc' ? { missIsFailure: true } : { refusal: method.refusal ?? 'inconclusive' }),
    ...(file.protocol === 'xmlrpc'
      ? {}
      : { wire: { ...wire, ...(namespace === undefined ? {} : { namespace }) } }),
  } as Operation;
}

function paramsOf(
  members: ParsedMethod['params'],
  rules: unknown,
  open: true | undefined,
  book: ShapeBook,
  path: readonly string[],
): StructShape {
  const checked = rules === undefined ? [] : book.check(constraints, rules, [...path, 'constraints']);
  // The schema of constraints is their type, but for what is readonly.
  const notes = {
    constraints: (checked ?? []) as readonly Constraint[],
    ...(open === undefined ? {} : { open }),
  };
  return struct(book.members(members, [...path, 'params']), '', notes);
}

function leadsSomewhere(params: StructShape, param: string): boolean {
  let shape: Shape | undefined = params;
  for (const step of param.split('.')) {
    shape = shape?.kind === 'struct' && Object.hasOwn(shape.members, step) ? shape.members[step] : undefined;
  }
  return shape !== undefined;
}

/** What a codec refuses is a mistake of the file, and better told now than at the first call. */
function checkSendable(operation: Operation, protocol: Protocol, book: ShapeBook): void {
  const { method, params, result, wire } = operation;
  const namespace = wire?.namespace ?? '';
  try {
    compileCheck(params);
    if (protocol === 'document')
      compileMethod({ name: wire?.name ?? method, namespace, params, result, wire });
    if (protocol === 'encoded') {
      compileEncoded(wire?.name ?? method, params, { namespace, typeNamespace: '', beans: 'inline' });
      compileEncodedReader(result);
    }
  } catch (error) {
    book.tell(['methods', method], error instanceof Error ? error.message : 'cannot be sent');
  }
}
