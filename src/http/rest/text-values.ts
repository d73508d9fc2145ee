import {
  GraphQLBoolean,
  GraphQLFloat,
  type GraphQLInputType,
  GraphQLInt,
  getNullableType,
  isListType,
} from 'graphql';

/** A text of a path or a query string that cannot be a value of its type. The message says what it must be. */
export class Misfit extends Error {}

/**
 * Makes what reads the texts that a parameter was given as a value that graphql-js takes for its type. What is more
 * than shape, such as the range of a number or the values of an enum, graphql-js checks itself.
 *
 * @returns throws {@link Misfit}
 */
export function textReader(type: GraphQLInputType): (texts: readonly string[]) => unknown {
  const bare = getNullableType(type);
  if (isListType(bare)) {
    const read = singleReader(bare.ofType);
    return (texts) => texts.map(read);
  }
  const read = singleReader(bare);
  return (texts) => {
    const [text, ...more] = texts;
    if (text === undefined || more.length > 0) throw new Misfit('must be given once');
    return read(text);
  };
}

function singleReader(type: GraphQLInputType): (text: string) => unknown {
  switch (getNullableType(type)) {
    case GraphQLInt:
      return (text) => number(text, /^-?\d{1,15}$/, 'must be a whole number');
    case GraphQLFloat:
      return (text) => number(text, /^-?\d{1,15}(?:\.\d{1,15})?$/, 'must be a number');
    case GraphQLBoolean:
      return boolean;
    default:
      return (text) => text;
  }
}

function number(text: string, form: RegExp, rule: string): number {
  if (!form.test(text)) throw new Misfit(rule);
  return Number(text);
}

function boolean(text: string): boolean {
  if (text !== 'true' && text !== 'false') throw new Misfit('must be true or false');
  return text === 'true';
}
