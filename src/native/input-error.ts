import { BadUserInputError } from '../errors/index.js';
import type { Problem } from '../operation/check.js';
import type { Shape, StructShape } from '../operation/shape.js';
import { shapeText } from './shape-text.js';

/** One thing that is wrong with parameters; never with the value that is. */
export interface InputProblem {
  /** From the parameters on, by the panel's names and by places in lists. */
  readonly field: readonly string[];
  readonly rule: string;
  readonly message: string;
  /** What would have been right. */
  readonly shape?: string;
}

const MOST = 20;

/** Parameters that the method's descriptor does not allow, found before anything was sent. */
export class NativeInputError extends BadUserInputError {
  constructor(
    readonly problems: readonly InputProblem[],
    at: readonly string[],
  ) {
    super(sentence(problems, at), [...at, ...(problems[0]?.field ?? [])]);
  }

  override get details(): Readonly<Record<string, unknown>> {
    return { ...super.details, problems: this.problems.slice(0, MOST) };
  }
}

function sentence(problems: readonly InputProblem[], at: readonly string[]): string {
  const [first] = problems;
  if (first === undefined) return 'The parameters are not what the method takes.';
  const place = [...at, ...first.field].join('.');
  const others = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
  return `${place === '' ? 'The parameters' : place}: ${first.message}${others}`;
}

/** Says of a check's findings also what the shape in that place takes. Names that a caller made up are withheld. */
export const toInputProblems = (params: StructShape, problems: readonly Problem[]): readonly InputProblem[] =>
  problems.map(({ path, rule, message }) => {
    const shape = shapeAt(params, path);
    const isStranger = rule === 'unknown';
    const steps = path.map(String);
    return {
      field: isStranger ? [...steps.slice(0, -1), nameOrMask(steps.at(-1) ?? '')] : steps,
      rule,
      message,
      ...(shape === undefined ? {} : { shape: shapeText(shape) }),
    };
  });

/** A name that could be a member's is repeated; any other text could be anything. */
const nameOrMask = (name: string): string => (/^\w{1,64}$/.test(name) ? name : '?');

function shapeAt(params: StructShape, path: Problem['path']): Shape | undefined {
  let shape: Shape | undefined = params;
  for (const step of path) {
    if (shape?.kind === 'array') shape = shape.of as Shape;
    else if (shape?.kind === 'struct' && Object.hasOwn(shape.members, step))
      shape = shape.members[step] as Shape;
    else return undefined;
  }
  return shape;
}
