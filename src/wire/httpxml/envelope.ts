import type { OutputOf } from '../../operation/infer.js';
import { array, int, key, string, struct } from '../../operation/shape.js';
import { StructNode } from './compile-shape.js';

/**
 * What stands in every answer beside its data, as far as it decides anything. In the nested form errors are
 * `errors/Err1` and `responses/response/ResponseNumber`; in the flat one `Err1` and `ResponseNumber1`.
 */
const shape = struct({
  ErrCount: int('How many errors there are; 0 on success.'),
  errors: struct({ Err: key(array(string('Text of one.'), 'Texts.')) }),
  Err: key(array(string('Text of one.'), 'Texts, in the flat form.')),
  ResponseCount: int('How many response codes there are; may differ from the number of errors.'),
  responses: key(
    array(
      struct({ ResponseNumber: string('Code.'), ResponseString: string('Its meaning.') }),
      'Response codes.',
      { itemName: 'response' },
    ),
  ),
  ResponseNumber: key(array(string('Code.'), 'Response codes, in the flat form.')),
  Success: key(
    array(string('True or False, in several spellings.'), 'What the answer says of its success.', {
      aliases: ['Successful'],
    }),
  ),
  Done: string('Whether the answer is whole; says nothing on success.'),
});

export const envelopeNode = new StructNode(shape);

type Envelope = OutputOf<typeof shape>;

/** What a service says that refuses a command. */
export interface Refusal {
  /** The first response code, `316153`; `null` where none is told. */
  readonly code: string | null;
  /** As they come; none where the service gives no reason. */
  readonly texts: readonly string[];
  /** What stands beside the errors: `true` on record, in an answer to a write. `null` where nothing does. */
  readonly success: boolean | null;
}

export const NOT_DONE = 'an answer that is not whole, since it does not end in Done';

export type Verdict =
  | { readonly is: 'refused'; readonly refusal: Refusal }
  /** `done`: whether it says so itself; only the end of the root element shows it where it does not. */
  | { readonly is: 'whole'; readonly done: boolean }
  /** Not an answer, or not all of it. */
  | { readonly is: 'unusable'; readonly problem: string };

const DENIAL = /^(?:false|0|no)$/i;
const CLAIM = /^(?:true|1|yes)$/i;
/** `>true` stands in the vendor's own guide. */
const WHOLE = /^>?\s*true$/i;
const CODE = /^\d{1,9}$/;

/**
 * What became of the command. An error count is believed before all else: `Success` `True` stands beside errors
 * on record, and a code beside an error count of 0. A denial of success counts, whatever stands beside it.
 *
 * @param output - by `envelopeNode`
 */
export function judge(output: Readonly<Record<string, unknown>>): Verdict {
  // The node was made from the shape that the type follows from.
  const envelope = output as unknown as Envelope;
  if (envelope.ErrCount === null) return { is: 'unusable', problem: 'an answer without ErrCount' };
  if (envelope.ErrCount > 0) return { is: 'refused', refusal: refusalOf(envelope) };
  if (envelope.Success.some((word) => DENIAL.test(word))) {
    return { is: 'refused', refusal: { code: null, texts: [], success: successOf(envelope) } };
  }
  // An answer that says that it is not done is not; one that says nothing leaves it to the caller.
  if (envelope.Done !== null && !WHOLE.test(envelope.Done)) return { is: 'unusable', problem: NOT_DONE };
  return { is: 'whole', done: envelope.Done !== null };
}

function successOf({ Success }: Envelope): boolean | null {
  if (Success.some((word) => CLAIM.test(word))) return true;
  return Success.some((word) => DENIAL.test(word)) ? false : null;
}

function refusalOf(envelope: Envelope): Refusal {
  const { errors, Err, ResponseCount, responses, ResponseNumber } = envelope;
  const codes =
    ResponseCount === 0 ? [] : [...responses.map((each) => each.ResponseNumber), ...ResponseNumber];
  return {
    code: codes.find((code): code is string => code !== null && CODE.test(code)) ?? null,
    texts: [...(errors?.Err ?? []), ...Err],
    success: successOf(envelope),
  };
}
