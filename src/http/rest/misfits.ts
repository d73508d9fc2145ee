import type { GraphQLFormattedError } from 'graphql';
import type { RestRoute } from '../../persisted/index.js';
import { placeOf } from './places.js';
import type { ProblemDetail } from './problem.js';

const MISFIT = /^Variable "\$(\w+)" got invalid value(?: at "([^"]+)")?: (.*)$/s;
const MISSING =
  /^Variable "\$(\w+)" of (?:required|non-null) type "([^"]+)" (?:was not provided|must not be null)\.$/;
const MISSING_MEMBER = /^Field "(\w+)" of required type "([^"]+)" was not provided\.$/;
const UNKNOWN_MEMBER = /^Field "(\w+)" is not defined by type "\w+"\.( Did you mean .*)?$/;

/**
 * What graphql-js found wrong with the variables that a request was made into, in the words of the request.
 *
 * @param errors - as `formatError` has written them: values are withheld
 */
export const describeMisfits = (
  errors: readonly GraphQLFormattedError[],
  route: RestRoute,
): ProblemDetail[] => errors.map(({ message }) => describeMisfit(message, route));

function describeMisfit(message: string, route: RestRoute): ProblemDetail {
  const [, missing, type] = MISSING.exec(message) ?? [];
  if (missing !== undefined)
    return { detail: `is required, as ${named(type)}`, ...placeOf(route, [missing]) };
  const [, variable, place = variable, rule = ''] = MISFIT.exec(message) ?? [];
  if (variable === undefined || place === undefined) return { detail: withoutStop(message) };
  const path = place.split(/[.[\]]+/).filter((step) => step !== '');
  const [, member, memberType] = MISSING_MEMBER.exec(rule) ?? [];
  if (member !== undefined) {
    return { detail: `is required, as ${named(memberType)}`, ...placeOf(route, [...path, member]) };
  }
  const [, unknown, suggestion = ''] = UNKNOWN_MEMBER.exec(rule) ?? [];
  if (unknown !== undefined) {
    return {
      detail: `is not a member${withoutStop(suggestion && `.${suggestion}`)}`,
      ...placeOf(route, [...path, unknown]),
    };
  }
  const detail = withoutStop(rule).replace(EXPECTED, (_, expected: string) => `expected ${named(expected)}`);
  return { detail, ...placeOf(route, path) };
}

const EXPECTED = /^expected ([\w[\]!]+)/;

/** A type, for readers who know nothing of GraphQL: `[ID!]!` is a list of ID. */
const named = (type = ''): string => type.replaceAll('!', '').replaceAll('[', 'list of ').replaceAll(']', '');

const withoutStop = (sentence: string): string => sentence.replace(/\.$/, '');
