/** The words that documents of their own are written in. */
import type { Block, Claimed, Draft, Entry, Findings, Mark, SignBlock } from '../model.ts';

export type Claim = Omit<Claimed, 'name'>;
export type Parts = Pick<Entry, 'kind' | 'language' | 'about'> & {
  format: string;
  claim: Claim;
  blocks: Block[];
  findings?: Partial<Findings>;
  why?: Record<string, string>;
  mail?: Draft['mail'];
  header?: string;
  footer?: string;
  form?: boolean;
  sentOn?: string;
  turn?: number;
  /** Changes the file once it is made. */
  edit?: (bytes: Uint8Array) => Uint8Array;
  attach?: { name: string; blocks: Block[] };
};

export const text = (words: string): Block => ({ is: 'text', text: words });
export const title = (words: string): Block => ({ is: 'title', text: words });
export const heading = (words: string): Block => ({ is: 'heading', text: words });
export const list = (...items: string[]): Block => ({ is: 'list', items });
export const fields = (...rows: [string, string][]): Block => ({ is: 'fields', rows });
export const said = (words: string): Mark => ({ is: 'text', text: words });
export const line: Mark = { is: 'line' };
export const signs = (...blocks: SignBlock[]): Block => ({ is: 'sign', blocks });
export const block = (head: string, ...rows: [string, Mark][]): SignBlock => ({
  heading: head,
  rows: rows.map(([label, mark]) => ({ label, mark })),
});

/** A claim with a tenant ID of its own; its day is 2020-06-16 unless said. */
export type MakeClaim = (
  customer: string,
  domain: string,
  workloads: string[],
  partner: string,
  today?: string,
) => Claim;
