/** What the page and the server say to each other of imports. Types alone, as in `../api.ts`. Sentences are those of the chat. */
import type { Counts, ImportJob } from '../../claims/import/jobs.ts';
import type { HeldBody } from '../uploads/api.ts';

export interface ChoiceBody {
  readonly title: string;
  readonly value: string;
}

/** An import as it stands. */
export interface ImportRow {
  readonly id: string;
  readonly file: string;
  /** Who dropped it. */
  readonly by: string;
  /** Whether that is whoever asks. */
  readonly own: boolean;
  /** ISO, real time. Absent: it was not started. */
  readonly startedAt?: string;
  readonly state: ImportJob['state'];
  /** Of claims, so far. */
  readonly counts: Counts;
  /** Of an import or an undo that is under way: how many claims have been gone through. */
  readonly progress?: { readonly done: number; readonly total: number };
  readonly canUndo: boolean;
  /** Who began its undo, and when (ISO, real time). */
  readonly undone?: { readonly by: string; readonly at: string };
}

/** `GET /tab/api/imports`, for leads. */
export interface ImportsBody {
  readonly version: string;
  /** Those of whoever asks that wait for a decision, the newest first. */
  readonly undecided: readonly ImportRow[];
  /** Anybody's that were started, the newest first. */
  readonly imports: readonly ImportRow[];
  /** Exports of whoever asks that wait for the virus scanner, or were refused since. */
  readonly held: readonly HeldBody[];
  /** Of a file. */
  readonly maxBytes: number;
}

/** `POST /tab/api/imports?name=…`, the bytes of one export. */
export interface ImportedBody {
  /** Absent: it waits for the virus scanner, and is opened by itself then. */
  readonly import?: string;
}

/** `GET /tab/api/imports/:id` */
export interface ImportBody extends ImportRow {
  /** It is not known yet what it would change. */
  readonly reading: boolean;
  /** While it waits for a decision. */
  readonly preview?: ImportPreviewBody;
  /** A sentence: why it could not be previewed, or why it or its undo stopped. */
  readonly failure?: string;
  /** What came of its undo. */
  readonly outcome?: UndoOutcomeBody;
}

export interface ImportPreviewBody {
  readonly rows: number;
  readonly claims: number;
  /** Of claims. */
  readonly counts: Counts;
  readonly badCount: number;
  /** Claims that are here and not in the file. */
  readonly notInFile: number;
  /** Claims whose owner nobody here is known to be. */
  readonly unknownOwners: number;
  readonly canImport: boolean;
  /** Sentences: what to know before the import, and how the file was read. Empty: nothing. */
  readonly hint: string;
  readonly notes: readonly string[];
  /** What the columns were taken for. */
  readonly recognised: readonly { readonly header: string; readonly field: string }[];
  /** Those that nothing was recognised in, or that were chosen for; `id` names the choice. */
  readonly columns: readonly {
    readonly id: string;
    readonly header: string;
    readonly example: string;
    readonly value: string;
  }[];
  readonly fields: readonly ChoiceBody[];
  /** None where all would be the same. */
  readonly encodings: readonly ChoiceBody[];
  readonly encoding: string;
  /** A sentence; empty where Excel hides none. */
  readonly hiddenRows: string;
  readonly hiddenChoices: readonly ChoiceBody[];
  readonly hiddenChoice: string;
  /** Sentences: the first rows that are left out, each with why. */
  readonly bad: readonly string[];
}

/** What was chosen: columns by their ids, `encoding` and `hiddenRows`. What is not named stays as it was. */
export type ImportChoices = Readonly<Record<string, string>>;

/** `POST /tab/api/imports/:id/preview` and `…/start`. The import itself is its one-time key. */
export interface ImportChoicesBody {
  readonly choices: ImportChoices;
}

/** The answer to `…/start`. */
export interface StartedBody {
  readonly import: ImportBody;
  /** A sentence: it was previewed again instead, since something else had been chosen. */
  readonly said?: string;
}

/** `GET /tab/api/imports/:id/undo`: what an undo would do just now; and what came of one. */
export interface UndoOutcomeBody {
  /** Claims that are gone, are as before, and have something that stays. */
  readonly removed: number;
  readonly restored: number;
  readonly kept: number;
  /** Sentences: the first of those, each with why. */
  readonly stays: readonly string[];
}

/** The answer to `POST /tab/api/imports/:id/as-poe`: its file is to be filed as POE. */
export interface AsPoeBody {
  readonly upload: string;
}
