import type { AxisValue, Bean } from './values.js';

/**
 * Reads values by name and type. A value of another type is a mistake of this program, since the parameters were
 * checked when they were bound: it is thrown as a plain error.
 */
export class Arguments {
  constructor(private readonly values: ReadonlyMap<string, AxisValue>) {}

  static ofBean(bean: Bean): Arguments {
    return new Arguments(bean.fields);
  }

  string(name: string): string | null {
    const value = this.values.get(name) ?? null;
    return value === null || typeof value === 'string' ? value : mistyped(name);
  }

  long(name: string): bigint {
    const value = this.values.get(name);
    return typeof value === 'bigint' ? value : mistyped(name);
  }

  /** A field that a bean does not carry is 0, as Java initialises it. */
  int(name: string): number {
    const value = this.values.get(name) ?? 0;
    return typeof value === 'number' ? value : mistyped(name);
  }

  double(name: string): number {
    const value = this.values.get(name);
    return typeof value === 'number' ? value : mistyped(name);
  }

  boolean(name: string): boolean {
    const value = this.values.get(name);
    return typeof value === 'boolean' ? value : mistyped(name);
  }

  bean(name: string): Arguments | null {
    const value = this.values.get(name) ?? null;
    if (value === null) return null;
    return typeof value === 'object' && 'fields' in value ? Arguments.ofBean(value) : mistyped(name);
  }

  array(name: string): readonly AxisValue[] | null {
    const value = this.values.get(name) ?? null;
    return value === null || isArray(value) ? value : mistyped(name);
  }
}

export const isArray = (value: AxisValue): value is readonly AxisValue[] => Array.isArray(value);

function mistyped(name: string): never {
  throw new TypeError(`${name} was bound to another type`);
}
