/** What a search in the compose box is answered with. */
import type { Card } from '../turn.ts';

/** `adaptive-cards/found.json`: it may go into any chat, and nobody knows who reads it there: an ID, a state, links, nothing else. */
export interface FoundView {
  /** "Claim CLM-1001", "Ticket T-1001" */
  readonly title: string;
  readonly state: string;
  readonly url: string;
  readonly open: string;
}

/** One line of the list, which only the searcher sees, and the card that choosing it puts into the message. */
export interface FoundItem {
  /** Plain: shown as it is. */
  readonly title: string;
  /** Our own words only: clients read markup in it. */
  readonly line: string;
  readonly card: Card;
}

export interface SearchAnswer {
  readonly items: readonly FoundItem[];
  /** Shown if there are no items. */
  readonly message?: string;
}
