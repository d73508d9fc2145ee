/** Whether `value` is a whole number of 32 bits. */
export const isInt32 = (value: number): boolean => (value | 0) === value;

/** Whether `value` fits into 64 bits. */
export const isInt64 = (value: bigint): boolean => BigInt.asIntN(64, value) === value;
