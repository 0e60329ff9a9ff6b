/** How fast requests come while there is work: over the spans between requests in which somebody was still to be sent a first one. */
export class SendRate {
  /** Requests after the first of each span, and how long the spans are together, ms. */
  count = 0;
  ms = 0;
  spans = 0;
  #last: number | undefined;

  /** @param due whether somebody is still to be sent a first request, apart from this one */
  record(at: number, due: boolean): void {
    if (this.#last === undefined) this.spans += due ? 1 : 0;
    else {
      this.count += 1;
      this.ms += at - this.#last;
    }
    this.#last = due ? at : undefined;
  }

  /** The next request begins a new span, because the sender was killed or the clock was moved. */
  interrupt(): void {
    this.#last = undefined;
  }

  get perSecond(): number {
    return this.ms === 0 ? 0 : (this.count / this.ms) * 1_000;
  }
}
