/** One limit on all that the server is asked, and no waiting in line for a server that was out of reach a moment ago. */
import { StoreAwayError } from '../../errors.ts';
import { createOutage, type Outage } from '../../time/outage.ts';
import { within } from '../../time/within.ts';
import { isOutOfReach, translated } from './errors.ts';

/** Less than the 10 s after which a turn is late: who waits for the store is told in time. */
const ANSWER_WITHIN_MS = 7_000;
/** For what touches many documents. */
export const MANY_WITHIN_MS = 60_000;
/** So long after a failure nobody asks; then whoever needs it next finds out for all. */
const AWAY_MS = 1_000;

export class ServerReach {
  readonly #withinMs: number;
  readonly #outage: Outage;
  readonly #onAway: () => void;

  /** @param onAway the server was out of reach just now */
  constructor(
    withinMs = ANSWER_WITHIN_MS,
    outage: Outage = createOutage(AWAY_MS),
    onAway: () => void = () => undefined,
  ) {
    this.#withinMs = withinMs;
    this.#outage = outage;
    this.#onAway = onAway;
  }

  /**
   * @param name of the collection, for the message
   * @throws StoreAwayError for whatever the server or the way to it is at fault for; DuplicateKeyError, ProgrammingError
   */
  async ask<R>(name: string, work: () => Promise<R>, withinMs = this.#withinMs): Promise<R> {
    if (this.#outage.isOn) throw new StoreAwayError(`${name}: the database was out of reach a moment ago.`);
    try {
      return await within(withinMs, work);
    } catch (error) {
      if (isOutOfReach(error)) {
        this.#outage.begin();
        this.#onAway();
      }
      throw translated(name, error);
    }
  }
}
