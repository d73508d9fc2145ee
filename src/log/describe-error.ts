/** An error as the log has it. */
export interface DescribedError {
  readonly name: string;
  readonly message: string;
  /** Where it was thrown, a frame a line. */
  readonly stack: readonly string[];
  readonly code?: string;
  readonly cause?: DescribedError;
}

const MAX_CAUSES = 4;
const MAX_MESSAGE_LENGTH = 500;

/** Messages that repeat what they could not read. */
const QUOTES_ITS_INPUT = new Set(['SyntaxError', 'GraphQLError', 'ZodError']);

/**
 * What may be written down of an error that nobody foresaw. Its own properties are left out, since libraries hang
 * requests with their credentials on them, and so is quoted text in messages, which may be what a caller sent.
 */
export function describeError(error: unknown, depth = 0): DescribedError {
  if (!(error instanceof Error))
    return { name: typeof error, message: 'thrown, and not an Error', stack: [] };
  const { code } = error as { code?: unknown };
  return {
    name: error.name,
    message: withoutQuotes(error),
    stack: framesOf(error),
    ...(typeof code === 'string' ? { code } : {}),
    ...(error.cause === undefined || depth >= MAX_CAUSES
      ? {}
      : { cause: describeError(error.cause, depth + 1) }),
  };
}

function withoutQuotes({ name, message }: Error): string {
  if (QUOTES_ITS_INPUT.has(name)) return '(withheld: it may repeat what it read)';
  return message.replace(/"[^"]*"|'[^']*'|`[^`]*`/g, '"…"').slice(0, MAX_MESSAGE_LENGTH);
}

/** The lines after the message, which a stack begins with. */
function framesOf({ stack = '', message }: Error): string[] {
  const end = stack.indexOf(message) + message.length;
  return stack
    .slice(end)
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim());
}
