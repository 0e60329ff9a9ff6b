/** How fast requests come while there is work: over the spans from one request to the next in which somebody was still owed a first one. */
export class Meter {
  /** Requests after the first of each span, and how long the spans are together, ms. */
  count = 0;
  ms = 0;
  spans = 0;
  #last: number | undefined;

  /** @param due whether somebody is still owed a first request, this one not counted */
  arrived(at: number, due: boolean): void {
    if (this.#last === undefined) this.spans += due ? 1 : 0;
    else {
      this.count += 1;
      this.ms += at - this.#last;
    }
    this.#last = due ? at : undefined;
  }

  /** What comes next begins a new span: the sender was killed. */
  cut(): void {
    this.#last = undefined;
  }

  get perSecond(): number {
    return this.ms === 0 ? 0 : (this.count / this.ms) * 1_000;
  }
}
