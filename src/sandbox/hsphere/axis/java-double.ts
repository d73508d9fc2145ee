/**
 * A double as Java prints it: `100.0`, `0.001`, and outside 10^-3 to 10^7 with an exponent, `1.048576E9`.
 * Infinities are the `INF` of XML Schema.
 */
export function formatDouble(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'INF' : '-INF';
  const magnitude = Math.abs(value);
  if (magnitude !== 0 && (magnitude < 1e-3 || magnitude >= 1e7)) {
    const [digits = '', exponent = ''] = value.toExponential().split('e');
    return `${withFraction(digits)}E${Number(exponent)}`;
  }
  return withFraction(Object.is(value, -0) ? '-0' : String(value));
}

const withFraction = (digits: string): string => (digits.includes('.') ? digits : `${digits}.0`);
