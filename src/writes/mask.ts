import { BackendFaultError, BackendRefusalError, type NativeError } from '../errors/index.js';
import type { UserError, WriteResult } from '../model/index.js';

const HIDDEN = '***';
/** Shorter ones stand in any text by chance, and to cut them out would only show where: such a text is withheld. */
const LEAST_CUT = 4;

/** Names of members whose values are secrets, in the spelling of any panel. */
const SECRET_NAME =
  /passw|passphrase|^pw$|secret|token|priv(?:ate)?_?key|card_?(?:no|num)|^cc$|credit_?card|cvv|cvc|^pin$/i;
/** Whether a member of something that no document describes has to be taken for a secret. */
export const isSecretName = (name: string): boolean => SECRET_NAME.test(name);
const PAYMENT_NAME = /payment|card/i;
const SECRET_OF_PAYMENT = /number|code/i;

/**
 * The values of an input's secret members, by their names, at any depth: `{ name, value }` pairs of a telling name
 * are such members too, and so are the numbers of a way of paying.
 */
export function secretsIn(input: unknown, isSecret = false, isPayment = false): readonly string[] {
  if (typeof input === 'string' && input !== '') return isSecret ? [input] : [];
  // A short number under such a name counts something: days that a password lasts, say.
  if (typeof input === 'number') return isSecret && input >= 10 ** (LEAST_CUT - 1) ? [String(input)] : [];
  if (typeof input !== 'object' || input === null) return [];
  if (Array.isArray(input)) {
    return input.flatMap((item: unknown) => secretsIn(item, isSecret, isPayment));
  }
  const { name } = input as { name?: unknown };
  const isSecretPair = typeof name === 'string' && 'value' in input && SECRET_NAME.test(name);
  return Object.entries(input).flatMap(([member, value]) => {
    const isTold = SECRET_NAME.test(member) || (isPayment && SECRET_OF_PAYMENT.test(member));
    const isOfPair = isSecretPair && member !== 'name';
    return secretsIn(value, isSecret || isTold || isOfPair, isPayment || PAYMENT_NAME.test(member));
  });
}

/** Keeps secrets out of texts in which a panel repeats what it was sent, plain or as its markup writes it. */
export class Mask {
  private readonly forms = new Set<string>();

  constructor(secrets: Iterable<string> = []) {
    for (const secret of secrets) this.add(secret);
  }

  add(secret: string): void {
    if (secret.trim() === '') return;
    const markup = secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    const quoted = markup.replaceAll('"', '&quot;');
    for (const form of [secret, secret.trim(), markup, quoted, quoted.replaceAll("'", '&#39;')]) {
      this.forms.add(form);
    }
    this.forms.add(quoted.replaceAll("'", '&apos;'));
    this.forms.add(JSON.stringify(secret).slice(1, -1));
    const url = encodeUriText(secret);
    this.forms.add(url);
    this.forms.add(url.replaceAll('%20', '+'));
  }

  /** A text that the gateway made itself, and that a panel's words may be in. */
  text(text: string): string {
    // The longest first: a secret can be part of another one.
    return this.foundIn(text)
      .filter((form) => form.length >= LEAST_CUT)
      .sort((a, b) => b.length - a.length)
      .reduce((rest, form) => rest.replaceAll(new RegExp(escaped(form), 'giu'), HIDDEN), text);
  }

  /** A panel's own words. */
  quoted(text: string): string {
    return this.foundIn(text).some((form) => form.length < LEAST_CUT) ? HIDDEN : this.text(text);
  }

  private foundIn(text: string): string[] {
    const lower = text.toLowerCase();
    return [...this.forms].filter((form) => lower.includes(form.toLowerCase()));
  }

  userError(error: UserError): UserError {
    return { ...error, message: this.text(error.message), native: this.native(error.native) };
  }

  result(result: WriteResult): WriteResult {
    return result.state === 'APPLIED'
      ? result
      : { ...result, userErrors: result.userErrors.map((error) => this.userError(error)) };
  }

  /** The same error, or one like it whose texts hold no secret. */
  error(error: unknown): unknown {
    if (!(error instanceof BackendFaultError)) return error;
    const { message, origin, native, meaning, cause } = error;
    const masked = this.native(native);
    return masked?.code === native.code && masked.message === native.message
      ? error
      : new BackendRefusalError(this.text(message), origin, masked ?? native, meaning, { cause });
  }

  private native(native: NativeError | null): NativeError | null {
    if (native === null) return null;
    const { code, message } = native;
    return {
      ...native,
      code: code === null ? null : this.text(code),
      message: message === null ? null : this.quoted(message),
    };
  }
}

/** A lone surrogate has no form in a URL. */
const encodeUriText = (text: string): string =>
  encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\ufffd'));

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
