import Deserializer from 'xmlrpc/lib/deserializer.js';
import { checkMethodCall } from './grammar.js';
import { Double, type Received } from './values.js';

export interface MethodCall {
  readonly method: string;
  readonly params: readonly Received[];
}

/** The body is not a methodCall. The message never quotes it. */
export class UnreadableCall extends Error {
  override readonly name = 'UnreadableCall';
}

/** The package's reader, made strict where it is known to guess. */
class StrictDeserializer extends Deserializer {
  /** The package reads "12abc" as 12 and takes any length. */
  protected override endInt(data: string): void {
    const value = /^\s*[+-]?\d+\s*$/.test(data) ? Number(data) : Number.NaN;
    if (value !== (value | 0)) throw new Error('an int is not a whole number of 32 bits');
    this.push(value);
    this.value = false;
  }

  protected override endDouble(data: string): void {
    if (!/^\s*[+-]?(\d+\.?\d*|\.\d+)\s*$/.test(data)) throw new Error('a double is not a decimal number');
    this.push(new Double(Number(data)));
    this.value = false;
  }

  /** The package writes members into a plain object, where `__proto__` gets lost and the last of two wins. */
  protected override endStruct(): void {
    const mark = this.marks.pop() ?? 0;
    const items = this.stack.splice(mark);
    const struct = Object.create(null) as Record<string, unknown>;
    for (let place = 0; place < items.length; place += 2) {
      const member = String(items[place]);
      if (member in struct) throw new Error('a struct has a member twice');
      struct[member] = items[place + 1];
    }
    this.push(struct);
    this.value = false;
  }
}

/**
 * Reads a request as the server side of an XML-RPC panel does.
 *
 * @param body - UTF-8; any other declared encoding is refused
 * @throws {@link UnreadableCall} if it is not exactly one well-formed methodCall
 */
export function readMethodCall(body: Buffer): MethodCall {
  let call: MethodCall | undefined;
  let problem: unknown;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    checkMethodCall(text);
    // All in one turn instead of a stream: what the package throws can then be caught here, and not by the process.
    const whole = {
      setEncoding() {},
      on() {},
      pipe: (sink: { end(text: string): unknown }) => sink.end(text),
    };
    new StrictDeserializer().deserializeMethodCall(whole, (error, method, params) => {
      // The grammar above admits no value that is not one of Received.
      if (error) problem ??= error;
      else call = { method, params: params as Received[] };
    });
  } catch (error) {
    problem = error;
  }
  if (call === undefined || problem !== undefined) {
    throw new UnreadableCall(problem instanceof Error ? problem.message : 'not a methodCall', {
      cause: problem,
    });
  }
  return call;
}
