/** Fields that verbs of several features have. */
import { z } from 'zod';

export const idField = z.string().min(1).max(100);
/** An input that may be absent (clients leave empty inputs out). */
export const inputField = (max: number) => z.string().max(max).optional();
/** Numbers arrive as numbers from a button and as strings from an old client's submit. */
export const pageField = z.coerce.number().int().min(0).max(100_000).catch(0);
export const versionField = z.coerce.number().int().min(0);
