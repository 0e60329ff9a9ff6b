/** What the worker that reads a file is asked and answers. Everything here crosses threads, so it is plain data. */
import type { Column, ColumnMapping } from './columns.ts';
import type { ImportedAssociation } from './group.ts';
import type { BadRow } from './row.ts';

export interface ExportFacts {
  readonly format: 'csv' | 'xlsx';
  /** Rows below the header that hold anything, bad ones too. */
  readonly rows: number;
  readonly claims: number;
  /** In the order of the file, each with an example. */
  readonly columns: readonly Column[];
  /** The first 50, in the order of the file. */
  readonly bad: readonly BadRow[];
  readonly badCount: number;
}

export interface ReadTask {
  readonly task: 'read' | 'sniff';
  readonly path: string;
  readonly mapping: ColumnMapping;
  readonly maxRows: number;
}

export interface BatchRequest {
  /** Index of its first association. */
  readonly from: number;
}

export type Answer =
  | { readonly kind: 'facts'; readonly facts: ExportFacts }
  | { readonly kind: 'batch'; readonly associations: readonly ImportedAssociation[] }
  | { readonly kind: 'columns'; readonly columns: readonly Column[] | undefined }
  /** `cause`: for the log. */
  | { readonly kind: 'refused'; readonly message: string; readonly cause?: unknown };

/** Associations a batch: writing one of these takes some 10 ms on the embedded engine, and other turns wait that long. */
export const BATCH_SIZE = 100;
