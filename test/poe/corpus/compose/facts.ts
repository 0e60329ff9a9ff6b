/** What all parts of one document share: its row, its parties, its language, and its days. */
import type { SeededRandom } from '../../../../scripts/sample/random.ts';
import type { Lang } from '../model.ts';
import { dayBetween, plusDays, twoReadings, written } from '../words/dates.ts';
import { de } from '../words/de.ts';
import { en } from '../words/en.ts';
import { es } from '../words/es.ts';
import { fr } from '../words/fr.ts';
import { type Customer, customers } from '../words/parties.ts';
import type { Words } from '../words/words.ts';
import type { Dating, Row } from './row.ts';

const WORDS: Record<Lang, Words> = { en, de, fr, es };

export class Facts {
  readonly row: Row;
  readonly random: SeededRandom;
  readonly turn: number;
  readonly words: Words;
  readonly customer: Customer;
  readonly today: string;
  readonly why: Record<string, string> = {};
  readonly tenantId: string;

  constructor(row: Row, random: SeededRandom, turn: number) {
    this.row = row;
    this.random = random;
    this.turn = turn;
    this.words = WORDS[row.lang];
    this.today = row.today ?? '2020-06-16';
    const fitting = customers.filter(({ langs }) => langs.includes(row.lang));
    this.customer = fitting[turn % fitting.length] as Customer;
    this.tenantId = random.guid();
  }

  day(how: Dating): string | undefined {
    const { today, random } = this;
    if (how === 'none' || how === 'both' || how === 'one' || how === 'neither') return undefined;
    if (how === 'recent' || how === 'top') return dayBetween(today, -320, -4, random);
    if (how === 'old') return dayBetween(today, -1100, -385, random);
    if (how === 'future') return dayBetween(today, 6, 150, random);
    if (how === 'today') return today;
    const start = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
    return plusDays(start, how === 'edgeIn' ? 2 : -2);
  }

  /** What stands for the date beside the customer's signature. */
  dateText(how: Dating, day: string): string | undefined {
    if (how === 'none' || how === 'top') return undefined;
    if (how === 'both' || how === 'one' || how === 'neither')
      return twoReadings(this.today, how === 'neither' ? 'none' : how);
    if (this.row.format === 'xlsx' && this.turn % 2 === 0) return day;
    return written(day, this.row.lang, this.words, this.turn);
  }

  #id = '';
  envelope(): string {
    if (this.#id === '') this.#id = this.random.guid();
    return this.#id;
  }
}
