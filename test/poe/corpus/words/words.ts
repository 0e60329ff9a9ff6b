/** What the documents of one language are made of. `w` stands for a product as the document calls it, `p` and `c` for the companies. */
import type { Kind } from '../model.ts';

export interface Words {
  titles: Record<Exclude<Kind, 'bad' | 'mail'>, string[]>;
  intro: ((p: string, c: string) => string)[];
  /** Names for a company that the document does not name. */
  somePartner: string;
  someCustomer: string;
  label: Record<
    'partner' | 'customer' | 'domain' | 'tenant' | 'contact' | 'products' | 'done' | 'scope' | 'outside' | 'signatures',
    string
  >;
  sign: Record<'name' | 'title' | 'date' | 'signature', string[]>;
  forCustomer: ((c: string) => string)[];
  forPartner: ((p: string) => string)[];
  jobs: string[];
  /** What was done with a product. */
  activities: ((w: string, n: number) => string)[];
  /** What was done, without a product. */
  neutral: string[];
  /** Says nothing of what was done. */
  onlyProducts: string;
  vague: string;
  scopeLine: (w: string) => string;
  outOfScope: ((w: string) => string)[];
  plain: Record<string, string[]>;
  noise: string[];
  period: (from: string, to: string) => string;
  thanks: string[];
  onFile: string[];
  confirm: ((p: string, c: string) => string)[];
  greeting: string;
  regards: string;
  hours: [head: string[], work: (w: string) => string];
  months: string[];
}
