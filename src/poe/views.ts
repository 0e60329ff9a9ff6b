/** What the cards of this feature are filled with. */
import type { Choice } from '../cards/choice.ts';

/** `adaptive-cards/file-poe-several.json`: several uploads of one message. */
export interface FileSeveralView {
  /** "3 files, each for its own claim" */
  readonly title: string;
  /** At most 10. */
  readonly rows: readonly {
    readonly draft: string;
    /** "Contoso Retail · CLM-1", or that it is open which claim. */
    readonly title: string;
    readonly files: string;
    readonly reason: string;
    /** What may lack, or why it was not filed; empty for one that was. */
    readonly state: string;
    /** "Filed for Exchange Online"; or empty. */
    readonly done: string;
    readonly open: boolean;
  }[];
  /** Ids, comma-separated. */
  readonly drafts: string;
  readonly canFile: boolean;
  /** "File 2 files" */
  readonly fileTitle: string;
}

/** `adaptive-cards/file-poe.json`: which claim and workloads do the files belong to? */
export interface FilePoeView {
  readonly draft: string;
  /** "sow-contoso.pdf" or "3 files" */
  readonly title: string;
  /** One line a file: "sow-contoso.pdf · PDF · 220 kB" */
  readonly files: readonly string[];
  /** What is wrong with the last try, at the top; or empty. */
  readonly problem: string;
  /** What stands for the claim that is shown: "It shows your company, the customer and the customer’s signature."; or empty. */
  readonly stands: string;
  /** What lacks, and what to do about it, a sentence each. */
  readonly lacks: readonly string[];
  /** Why it could not be read, or not all of it; or empty. */
  readonly unread: string;
  /** Other customers that it names: "It also names Fabrikam …"; or empty. */
  readonly others: string;
  /** Whether a word of why is asked for. */
  readonly askWhy: boolean;
  readonly why: string;
  /** Why this claim is proposed: "Proposed because the file name holds its claim ID."; or empty. */
  readonly reason: string;
  readonly claims: readonly Choice[];
  /** Pre-selected claim; empty when none. */
  readonly claim: string;
  readonly claimText: string;
  /** Of the claim shown; empty until a claim is chosen. */
  readonly workloads: readonly Choice[];
  /** Pre-selected, comma-separated. */
  readonly selectedWorkloads: string;
  /** "File POE", or "Next" while no claim is chosen. */
  readonly submitTitle: string;
}
