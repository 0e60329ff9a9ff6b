/** What the cards on the documents of a claim are filled with. */
import type { Choice } from '../../cards/choice.ts';

/** `adaptive-cards/documents.json`: all documents of a claim, and what else was done with it. */
export interface DocumentsView {
  readonly claim: string;
  /** The list that the claim was opened from, packed; empty when there is none. */
  readonly list: string;
  readonly customer: string;
  /** As on the claim's own card. */
  readonly subtitle: string;
  /** What has just happened; or empty. */
  readonly remark: string;
  /** "6 documents" */
  readonly title: string;
  /** The newest first, at most 4. */
  readonly rows: readonly {
    readonly draft: string;
    readonly sha256: string;
    readonly name: string;
    /** "Latest", "Latest for Teams", "Older", "Withdrawn" */
    readonly state: string;
    readonly color: 'good' | 'default' | 'warning';
    readonly isWithdrawn: boolean;
    /** "For Exchange Online, Teams" */
    readonly workloads: string;
    /** "Filed by Adele Vance on June 16, 2020 · 220 kB" */
    readonly filed: string;
    /** What it lacks, and why it was filed all the same; "Withdrawn by Adele Vance on June 17, 2020: wrong customer". */
    readonly notes: readonly string[];
    readonly canWithdraw: boolean;
  }[];
  /** "1–4 of 6"; empty when all fit. */
  readonly pageLabel: string;
  readonly page: number;
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
  /** The newest first, at most 5: "June 16, 2020: Adele Vance confirmed Teams in Partner Center". */
  readonly events: readonly string[];
}

/** `adaptive-cards/withdraw-poe.json`: why a document is to be withdrawn, and from which workloads. */
export interface WithdrawPoeView {
  readonly claim: string;
  readonly draft: string;
  readonly sha256: string;
  /** One-time key of this drawing of the card. */
  readonly once: string;
  readonly name: string;
  /** "Filed by Adele Vance on June 16, 2020 · 220 kB" */
  readonly filed: string;
  /** What is to be put right before it can be withdrawn; or empty. */
  readonly problem: string;
  readonly workloads: readonly Choice[];
  /** Pre-selected, comma-separated. */
  readonly selectedWorkloads: string;
}
