/** What the cards of this room are filled with. */
import type { Choice } from '../cards/choice.ts';
import type { Verb } from '../verbs/index.ts';

/** `adaptive-cards/ticket-form.json`: a new ticket, or the changing of one. Problems stand at their fields; empty where there is none. */
export interface TicketFormView {
  readonly title: string;
  readonly intro: string;
  readonly category: string;
  /** 0 for a new one. */
  readonly ticket: number;
  readonly once: string;
  readonly topic: string;
  readonly topics: readonly Choice[];
  readonly issue: string;
  readonly issues: readonly Choice[];
  readonly issueProblem: string;
  readonly claims: string;
  readonly claimsProblem: string;
  readonly accepted: string;
  readonly description: string;
  readonly descriptionProblem: string;
  readonly verb: Verb;
  readonly submit: string;
}

/** `adaptive-cards/ticket.json`: one ticket, for its requester, a lead or the desk. */
export interface TicketView {
  readonly ticket: number;
  readonly once: string;
  /** "T-1001 · Disassociation" */
  readonly title: string;
  readonly state: string;
  readonly closed: boolean;
  /** What has just happened; empty otherwise. */
  readonly remark: string;
  readonly facts: readonly { readonly title: string; readonly value: string }[];
  readonly description: string;
  /** The latest changes, the newest first. */
  readonly events: readonly { readonly what: string; readonly when: string }[];
  readonly canTake: boolean;
  readonly canComment: boolean;
  readonly canResolve: boolean;
  readonly canHandOver: boolean;
  readonly canEdit: boolean;
  readonly canWithdraw: boolean;
  readonly canReopen: boolean;
  /** For leads, where it did not reach one of its places. */
  readonly canResend: boolean;
  readonly canList: boolean;
}

/** `adaptive-cards/hand-over.json` */
export interface HandOverView {
  readonly ticket: number;
  readonly once: string;
  readonly title: string;
  readonly steps: string;
  readonly problem: string;
  readonly subject: string;
  /** Line by line. */
  readonly lines: readonly string[];
  readonly caseNumber: string;
  readonly url: string;
}

/** `adaptive-cards/tickets.json` */
export interface TicketsView {
  readonly title: string;
  readonly empty: string;
  /** "3 tickets were not delivered everywhere", for leads; empty otherwise, and where the list holds nothing else. */
  readonly problem: string;
  /** Which tickets the list is kept to: `undelivered` or nothing. */
  readonly only: string;
  readonly once: string;
  readonly canSendAgain: boolean;
  readonly rows: readonly {
    readonly ticket: number;
    readonly title: string;
    readonly about: string;
    readonly state: string;
    readonly closed: boolean;
    readonly changed: string;
    /** "Not delivered"; mostly empty. */
    readonly problem: string;
  }[];
  readonly pageLabel: string;
  readonly page: number;
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
}
