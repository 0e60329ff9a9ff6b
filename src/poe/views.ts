/** What the cards of this feature are filled with. */
import type { Choice } from '../cards/choice.ts';

/** `adaptive-cards/file-poe.json`: which claim and workloads do the files belong to? */
export interface FilePoeView {
  readonly draft: string;
  /** "sow-contoso.pdf" or "3 files" */
  readonly title: string;
  /** One line a file: "sow-contoso.pdf · PDF · 220 kB" */
  readonly files: readonly string[];
  /** What is wrong with the last try, at the top; or empty. */
  readonly problem: string;
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
