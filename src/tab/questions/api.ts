/** What the page and the server say to each other of questions that got no answer that helped, for leads. Types alone, as in `../api.ts`. */
import type { HintKind } from '../../knowledge/review/hints.ts';
import type { ReviewList } from '../../knowledge/review/review.ts';
import type { ReviewDecision } from '../../knowledge/review/review-decisions.ts';

/** `GET /tab/api/questions?…` */
export interface QuestionsParams {
  readonly list: ReviewList;
  /** From 0. */
  readonly page: number;
}

/** Who asked it is not kept. */
export interface QuestionRow {
  readonly key: string;
  /** One wording. */
  readonly text: string;
  /** Other wordings. */
  readonly others: readonly string[];
  /** Askings that wait for a decision. */
  readonly count: number;
  /** ISO; absent where nobody asked it lately. */
  readonly askedAt?: string;
  /** What people were answered with, chose or were offered: titles of topics, the most telling first. */
  readonly hints: readonly { readonly kind: HintKind; readonly topics: readonly string[] }[];
  /** Beside thumbs. */
  readonly comments: readonly string[];
  /** Id of the topic to start with, or empty. */
  readonly guess: string;
  /** Waits for a decision. */
  readonly open: boolean;
  /** What was decided on it. `topic`: the title. */
  readonly decision?: { readonly state: 'attached' | 'dismissed'; readonly topic?: string; readonly at: string };
  /** Of the decisions on it; 0: none yet. */
  readonly version: number;
}

export interface QuestionsBody {
  /** What is shown is this old at the most (`VersionBody`). */
  readonly version: string;
  readonly list: ReviewList;
  readonly page: number;
  readonly pageSize: number;
  /** Rows of all pages. */
  readonly total: number;
  /** How many are decided, whichever list this is. */
  readonly decided: number;
  readonly rows: readonly QuestionRow[];
  /** What may answer one. */
  readonly topics: readonly { readonly id: string; readonly title: string }[];
}

/** `POST /tab/api/questions/decide`. It counts while `version` is the latest: sent again, it is done once. */
export interface DecideParams {
  readonly key: string;
  readonly state: ReviewDecision['state'];
  /** Id, where attached. */
  readonly topic?: string;
  readonly version: number;
}

export interface DecideBody {
  readonly question: QuestionRow;
  /** Not so where somebody decided before. */
  readonly decided: boolean;
}
