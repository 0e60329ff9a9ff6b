/** What an import's job keeps of its undo. */
import type { StayReason } from '../claim.ts';

/** A claim that an undo left as it was, in whole or in part. */
export interface Stay {
  readonly claimId: string;
  readonly why: StayReason;
}

/** How far the undo of an import is, and what came of it. */
export interface UndoRecord {
  readonly userId: string;
  /** Real time, ISO. */
  readonly at: string;
  /** What the job was before. */
  readonly from: 'done' | 'failed';
  /** The message that shows its state. */
  readonly cardId?: string;
  /** As of the import itself: the page shows it. */
  readonly onPage?: true;
  /** The last claim (`_id`) that was looked at; all claims are gone through in this order. */
  readonly cursor: string;
  readonly scanned: number;
  /** Claims that there were at its beginning, and how many of them the import had brought. Absent: it has not begun. */
  readonly total?: number;
  readonly brought?: number;
  /** Changed claims that are as before. */
  readonly restored: number;
  /** Claims of which something stays, and how many of them the import had brought. */
  readonly kept: number;
  readonly keptNew: number;
  /** The first of those. */
  readonly stays: readonly Stay[];
}

export const NOTHING_UNDONE = { cursor: '', scanned: 0, restored: 0, kept: 0, keptNew: 0, stays: [] } as const;

/** How many claims that the import had brought are gone. */
export function undoneClaims({ brought = 0, keptNew }: UndoRecord): number {
  return brought - keptNew;
}
