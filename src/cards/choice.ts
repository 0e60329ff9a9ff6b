/** One choice of an input: what people read, and what comes back. */
export interface Choice {
  readonly title: string;
  readonly value: string;
}
