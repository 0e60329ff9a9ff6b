/** Fields that verbs of several features have. Null and the empty text are one thing: an input that nothing was entered in. */
import { z } from 'zod';

export const idField = z.string().min(1).max(100);

/** An input that may be absent (clients leave empty inputs out). Some send what was entered as a number or a switch, or a list. */
export const inputField = (max: number) => z.preprocess(asText, z.string().max(max).optional()).optional();

function asText(value: unknown): unknown {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join(',');
  return value ?? undefined;
}

/** What people write at length. How much of it fits its feature says in words; the door limits the whole. */
export const textField = z.preprocess(asText, z.string().optional()).optional();

/** Numbers arrive as numbers from a button and as strings from an old client's submit. */
export const pageField = z.coerce.number().int().min(0).max(100_000).catch(0);
/** Nothing is no number, and zero is one. */
export const versionField = z.preprocess((value) => (value === '' ? undefined : value), z.coerce.number().int().min(0));
