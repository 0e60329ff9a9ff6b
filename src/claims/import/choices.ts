/** What a person chose for a preview, out of the inputs of its card or of the page. They are forgeable: what is not known is left out. Pure. */
import { isTextEncoding } from '../../files/decode-text.ts';
import { isField, isKept } from '../export-file/fields.ts';
import type { ImportJob, ReadingChoices } from './jobs.ts';

/** By the names of the inputs. */
export type Inputs = Readonly<Record<string, unknown>>;

/** The columns: inputs `column0` … count the file's. */
export function mappingOf(job: ImportJob, data: Inputs): ImportJob['mapping'] {
  const columns = job.preview?.columns ?? [];
  const kept = new Map(job.mapping.map(({ header, field }) => [header, field]));
  for (const [i, { header }] of columns.entries()) {
    const value = data[`column${i}`];
    if (typeof value !== 'string') continue;
    if (value === '') kept.delete(header);
    else if (isField(value) && isKept(value)) kept.set(header, value);
  }
  return [...kept].map(([header, field]) => ({ header, field }));
}

export function sameMapping(a: ImportJob['mapping'], b: ImportJob['mapping']): boolean {
  const fields = new Map(b.map(({ header, field }) => [header, field]));
  return a.length === fields.size && a.every(({ header, field }) => fields.get(header) === field);
}

/** `hiddenRows`: what is to become of the rows that Excel hides. */
export const HIDDEN_ROWS = { take: 'take', leaveOut: 'leave out' } as const;

/** How the file is to be read: inputs `encoding` and `hiddenRows`. What is not on the card stays as it was chosen before. */
export function choicesOf(job: ImportJob, { encoding, hiddenRows }: Inputs): ReadingChoices {
  const before = job.choices ?? {};
  const recognised = before.encoding === undefined ? job.preview?.encoding : undefined;
  const chosen = isTextEncoding(encoding) && encoding !== recognised ? encoding : before.encoding;
  const without = hiddenRows === undefined ? before.withoutHidden : hiddenRows === HIDDEN_ROWS.leaveOut;
  return { ...(chosen !== undefined && { encoding: chosen }), ...(without && { withoutHidden: true }) };
}

export function sameChoices(a: ReadingChoices, b: ReadingChoices = {}): boolean {
  return a.encoding === b.encoding && a.withoutHidden === b.withoutHidden;
}
