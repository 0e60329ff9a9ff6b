/** What a document of the corpus consists of, before it becomes a file, and what is known about it afterwards. */

export type Lang = 'en' | 'de' | 'fr' | 'es';
export type State = 'ok' | 'missing' | 'unclear';
export type Kind = 'sow' | 'form' | 'mail' | 'deck' | 'hours' | 'letter' | 'acceptance' | 'report' | 'bad';
export type Refusal =
  | 'zip-bomb'
  | 'damaged'
  | 'password'
  | 'too-many-pages'
  | 'macros'
  | 'type-mismatch'
  | 'empty'
  | 'unknown-type';

/** What stands where somebody signs. */
export type Mark =
  | { is: 'line' }
  | { is: 'text'; text: string }
  /** Drawn by hand: an image, or strokes of an ink annotation in a pdf. */
  | { is: 'ink'; name: string; as?: 'image' | 'annotation' }
  /** Words in handwriting, in pictures alone. */
  | { is: 'hand'; text: string }
  /** A name as a free-text annotation over an empty line of a pdf. */
  | { is: 'note'; text: string }
  | { is: 'field'; signedBy?: { name: string; on: string } }
  | { is: 'docusign'; name: string; id: string }
  | { is: 'adobesign'; name: string; stamp: string };

export interface SignRow {
  label: string;
  mark: Mark;
}

export interface SignBlock {
  heading: string;
  rows: SignRow[];
}

export type Block =
  | { is: 'title' | 'heading' | 'text' | 'small' | 'box'; text: string }
  | { is: 'list'; items: string[] }
  | { is: 'table'; rows: string[][] }
  | { is: 'fields'; rows: [string, string][] }
  | { is: 'checks'; items: { label: string; ticked: boolean }[] }
  | { is: 'sign'; blocks: SignBlock[] }
  | { is: 'columns'; left: Block[]; right: Block[] }
  | { is: 'page' };

export interface Mail {
  from: string;
  to: string;
  date: string;
  subject: string;
}

export interface Draft {
  lang: Lang;
  title: string;
  blocks: Block[];
  header?: string;
  footer?: string;
  mail?: Mail;
}

export interface Claimed {
  name: string;
  customer: string;
  domain: string;
  tenantId: string;
  workloads: string[];
  partner: string[];
  today: string;
}

export interface Findings {
  partner: State;
  customer: State;
  tenantOrDomain: State;
  workloads: Record<string, State>;
  signature: State;
  date: State;
  activities: State;
}

export interface Entry {
  file: string;
  args: Claimed;
  expected: { refused: Refusal; findings: null } | { refused: null; findings: Findings };
  kind: Kind;
  format: string;
  language: Lang | 'none';
  scan: boolean;
  split: 'open' | 'held-out';
  /** Why a state was chosen where the rules leave it open: the finding's key → the reason. Such states are judgements. */
  why: Record<string, string>;
  /** What makes this document what it is, for whoever looks at a mistake. */
  about: string;
}
