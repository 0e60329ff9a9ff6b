/** Numbers with what they count, on cards for leads. Pure. */
import { numberText } from '../format/count.ts';

/** "40 · waiting to be sent" */
export interface Figure {
  readonly value: string;
  readonly label: string;
  /** Something that a lead may want to look at. */
  readonly warn: boolean;
}

export function figure(n: number, label: string, locale: string, warn = false): Figure {
  return { value: numberText(n, locale), label, warn: warn && n > 0 };
}
