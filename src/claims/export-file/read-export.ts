/** Reading an export without blocking anybody: parsing and grouping run in a worker thread of bounded memory and time. */
import { UserError } from '../../errors.ts';
import type { Column } from './columns.ts';
import { ExportReader, type ReadOptions } from './export-reader.ts';
import type { ImportedAssociation } from './group.ts';
import { BATCH_SIZE, type ExportFacts } from './reading.ts';

export type { ReadOptions } from './export-reader.ts';

/** Milliseconds: a header is found at once, or it is not worth the wait. */
const SNIFF_TIMEOUT_MS = 20_000;

/** A file that was read to its end. It holds a thread: `close` it. */
export interface ExportReading {
  readonly facts: ExportFacts;
  /**
   * The associations, a batch at a time, fetched from the worker as they are asked for, in the order of their first rows: the same
   * bytes and mapping give the same order, so whoever resumes skips the first `skip` claims.
   */
  batches(skip?: number): AsyncIterable<readonly ImportedAssociation[]>;
  close(): Promise<void>;
}

/**
 * Reads an export (.csv or .xlsx, by its bytes). Without a claim ID column it succeeds with no claims, so that the columns can be mapped.
 * @throws UserError when the file is no spreadsheet, damaged, too large, or holds no header or no rows
 */
export async function readExport(path: string, options: ReadOptions = {}): Promise<ExportReading> {
  const reader = new ExportReader('read', path, options);
  const answer = await reader.answered(options.timeoutMs);
  if (answer.kind !== 'facts') throw await reader.unexpected(answer);
  return {
    facts: answer.facts,
    batches: (skip = 0) => batches(reader, skip, answer.facts.claims),
    close: () => reader.close(),
  };
}

/** The columns of a spreadsheet that is an export (DESIGN 8); undefined for any other file. Reads no further than the header. */
export async function sniffExport(
  path: string,
  options: Omit<ReadOptions, 'mapping' | 'maxRows'> = {},
): Promise<readonly Column[] | undefined> {
  const reader = new ExportReader('sniff', path, options);
  try {
    const answer = await reader.answered(options.timeoutMs ?? SNIFF_TIMEOUT_MS);
    return answer.kind === 'columns' ? answer.columns : undefined;
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  } finally {
    await reader.close();
  }
}

async function* batches(
  reader: ExportReader,
  skip: number,
  claims: number,
): AsyncGenerator<readonly ImportedAssociation[]> {
  for (let from = skip; from < claims; from += BATCH_SIZE) {
    const answer = await reader.ask({ from });
    if (answer.kind !== 'batch') throw await reader.unexpected(answer);
    yield answer.associations;
  }
}
