/** What a search in the compose box comes to. */
import type { Card } from '../turn.ts';

/** `adaptive-cards/found.json`: it may be dropped into any chat, and it is not known who reads it there: an id, a state, a link, nothing else. */
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
  /** Said where there are none; nothing at all without it. */
  readonly message?: string;
}
