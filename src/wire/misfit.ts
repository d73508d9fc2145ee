import { WireError } from './wire-error.js';

/**
 * A value that does not fit its shape, on its way up through the members that lead to it. Each of them puts
 * its name in front, so that nothing is spent on paths while all is well.
 */
export class Misfit extends Error {
  constructor(
    readonly problem: string,
    readonly path = '',
  ) {
    super(problem);
  }

  /** @param step - `name` or `[index]` */
  static under(step: string, error: unknown): unknown {
    if (error instanceof WireError) return new Misfit(error.message, step);
    if (!(error instanceof Misfit)) return error;
    const dot = error.path === '' || error.path.startsWith('[') ? '' : '.';
    return new Misfit(error.problem, step + dot + error.path);
  }

  /** What the caller gets to see: `limits[2].resource_limit64: not a 64-bit integer`. */
  static toWireError(error: unknown): unknown {
    if (!(error instanceof Misfit)) return error;
    return new WireError(error.path === '' ? error.problem : `${error.path}: ${error.problem}`);
  }
}

/** Runs `codec`, turning the misfit that it may throw into a WireError that names the path. */
export const located =
  <I, O>(codec: (value: I) => O): ((value: I) => O) =>
  (value) => {
    try {
      return codec(value);
    } catch (error) {
      throw Misfit.toWireError(error);
    }
  };
