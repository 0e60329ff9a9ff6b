/** What the cards of this room are filled with. */
import type { Verb } from '../verbs.ts';

/** `adaptive-cards/options.json`: what may be pressed after a sentence. */
export interface OptionsView {
  readonly actions: readonly {
    readonly title: string;
    readonly verb: Verb;
    readonly data: Readonly<Record<string, string>>;
  }[];
}

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

/** `adaptive-cards/unanswered.json` */
export interface UnansweredView {
  readonly title: string;
  readonly intro: string;
  readonly rows: readonly {
    readonly question: string;
    readonly text: string;
    /** How often and when. */
    readonly asked: string;
    /** What was suggested, chosen or disliked; empty where nothing was. */
    readonly hint: string;
  }[];
  /** "1–5 of 12"; empty where one page holds all. */
  readonly pageLabel: string;
  readonly page: number;
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
}

/** `adaptive-cards/question.json`: one question for a lead to decide on. */
export interface QuestionView {
  readonly question: string;
  readonly text: string;
  /** What has just happened, such as a card that was out of date; empty otherwise. */
  readonly remark: string;
  readonly asked: string;
  /** Other wordings, suggestions, comments. */
  readonly details: readonly string[];
  readonly state: string;
  /** Nothing decided yet: may be attached or dismissed. */
  readonly open: boolean;
  readonly ruling: number;
  readonly page: number;
  /** The topic to start with; empty where there is no guess. */
  readonly topic: string;
  readonly topics: readonly { readonly title: string; readonly value: string }[];
}
