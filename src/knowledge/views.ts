/** What the cards of this feature are filled with. */
import type { ReviewList } from './review/review.ts';

/** `adaptive-cards/topics.json` */
export interface TopicsView {
  readonly title: string;
  readonly intro: string;
  readonly sections: readonly {
    /** A heading of the notice. */
    readonly heading: string;
    readonly topics: readonly { readonly topic: string; readonly title: string }[];
  }[];
}

/** `adaptive-cards/unanswered.json`: questions that wait for a decision, or those that are decided. */
export interface UnansweredView {
  readonly title: string;
  readonly intro: string;
  readonly list: ReviewList;
  readonly rows: readonly {
    readonly question: string;
    readonly text: string;
    /** How often and when it was asked; what was decided and when. */
    readonly fact: string;
    /** The topics that were suggested, chosen or disliked; empty where there are none. */
    readonly hint: string;
  }[];
  /** "1–5 of 12"; empty where one page holds all. */
  readonly pageLabel: string;
  readonly page: number;
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
  /** A button for the other list; none where that is empty. */
  readonly others: readonly { readonly title: string; readonly list: ReviewList }[];
}

/** `adaptive-cards/question.json`: one question for a lead to decide on. */
export interface QuestionView {
  readonly question: string;
  readonly heading: string;
  readonly text: string;
  /** What has just happened, such as a card that was out of date; empty otherwise. */
  readonly remark: string;
  readonly asked: string;
  /** Other wordings, suggestions, comments. */
  readonly details: readonly string[];
  readonly state: string;
  /** May be attached or dismissed. */
  readonly open: boolean;
  /** A decision stands, which may be undone. */
  readonly decided: boolean;
  /** The version of the decision, under the name that cards in chats have for it. */
  readonly ruling: number;
  /** The list and its page that it was opened from. */
  readonly list: ReviewList;
  readonly page: number;
  /** The topic to start with; empty where there is no guess. */
  readonly topic: string;
  readonly topics: readonly { readonly title: string; readonly value: string }[];
}
