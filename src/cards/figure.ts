/** Numbers with what they count, on cards for leads. Pure. */

/** "40 · waiting to be sent" */
export interface Figure {
  readonly value: string;
  readonly label: string;
  /** Something that a lead may want to look at. */
  readonly warn: boolean;
}

export function figure(n: number, label: string, locale: string, warn = false): Figure {
  return { value: n.toLocaleString(locale), label, warn: warn && n > 0 };
}
