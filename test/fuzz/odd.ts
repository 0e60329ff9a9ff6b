/** Values that nobody expects, and JSON that is spoiled by them. */
import { type Arbitrary, array, constantFrom, jsonValue, nat, oneof, option, record, string } from 'fast-check';

/** Lists within lists. */
const nested = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));
const ODD: readonly unknown[] = [
  ...[undefined, null, true, 7, -1, 1e308, '', ' ', [], {}, [''], { $ne: '' }, { id: 7 }, '__proto__', 'constructor'],
  ...['../../etc/passwd', '\u0000', '\ud800', '\u202e', '${claim}', '{{DATE(now)}}', '[x](javascript:1)', '<at>x</at>'],
  ...['x'.repeat(20_000), '東'.repeat(600), '9'.repeat(400), '1e1000', '2020-06-31', '-0', 'NaN', '\r\n\r\n'],
  // More than a record takes, than a body may have, and than a body may be long.
  ...[nested(40), nested(1_000), 'y'.repeat(300_000)],
];
const DEEPEST = 4;

/** Of any letters. */
export const oddText = string({ unit: 'binary' });
export const odd: Arbitrary<unknown> = oneof(
  { weight: 6, arbitrary: constantFrom(...ODD) },
  { weight: 1, arbitrary: oddText },
  { weight: 1, arbitrary: jsonValue() },
);

/** In one place of some JSON something else, or nothing. */
export interface Change {
  /** Which key, on each level on the way to it; counted round where there are fewer. */
  readonly at: readonly number[];
  readonly to: { readonly value: unknown } | null;
}

/** @param value what is put there */
export function change(value: Arbitrary<unknown>): Arbitrary<Change> {
  const at = array(nat(999), { minLength: 1, maxLength: DEEPEST });
  return record({ at, to: option(record({ value }), { freq: 5 }) });
}

export function spoiled<T extends object>(json: T, changes: readonly Change[]): T {
  const copy = structuredClone(json);
  for (const { at, to } of changes) {
    let inner = copy as Record<string, unknown>;
    for (const [depth, nth] of at.entries()) {
      const keys = Object.keys(inner);
      const key = keys[nth % keys.length];
      if (key === undefined) break;
      const next = inner[key];
      if (depth < at.length - 1 && typeof next === 'object' && next !== null) {
        inner = next as Record<string, unknown>;
        continue;
      }
      if (to === null) Reflect.deleteProperty(inner, key);
      // Others may be given the same one.
      else inner[key] = structuredClone(to.value);
      break;
    }
  }
  return copy;
}
