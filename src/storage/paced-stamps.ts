/**
 * Moves a stamp for what changes many times in a row, five thousand reminders say: at once for the first change, then once for all that
 * came within each pause, the last included. A kill within a pause leaves the rest untold until the next change.
 */
import type { Stamped, Stamps } from './stamps.ts';

export interface PacedStampsOptions {
  readonly stamps: Pick<Stamps, 'move'>;
  readonly of: Stamped;
  /** Between two moves for a tenant, ms. */
  readonly pauseMs: number;
  /** Returns what cancels it. */
  readonly setTimer: (act: () => void, ms: number) => () => void;
  readonly log: { warn(details: object, message: string): void };
}

/** The pause of a tenant. */
interface Pause {
  readonly cancel: () => void;
  hasMore: boolean;
}

export class PacedStamps {
  readonly #options: PacedStampsOptions;
  readonly #pauses = new Map<string, Pause>();
  readonly #moving = new Set<Promise<void>>();

  constructor(options: PacedStampsOptions) {
    this.#options = options;
  }

  /** Something has changed. Nobody waits for the stamp. */
  changed(tenantId: string): void {
    const pause = this.#pauses.get(tenantId);
    if (pause === undefined) this.#move(tenantId);
    else pause.hasMore = true;
  }

  /** Moves what waits for the end of a pause. Resolves when nothing is under way any more. */
  async stop(): Promise<void> {
    for (const [tenantId, { cancel, hasMore }] of this.#pauses) {
      cancel();
      if (hasMore) this.#write(tenantId);
    }
    this.#pauses.clear();
    await Promise.all(this.#moving);
  }

  #move(tenantId: string): void {
    this.#write(tenantId);
    const cancel = this.#options.setTimer(() => {
      const hasMore = this.#pauses.get(tenantId)?.hasMore ?? false;
      this.#pauses.delete(tenantId);
      if (hasMore) this.#move(tenantId);
    }, this.#options.pauseMs);
    this.#pauses.set(tenantId, { cancel, hasMore: false });
  }

  #write(tenantId: string): void {
    const { stamps, of, log } = this.#options;
    const moved = stamps
      .move(tenantId, of)
      .catch((err: unknown) => log.warn({ err, of }, 'nobody is told of a change before the next one'))
      .finally(() => this.#moving.delete(moved));
    this.#moving.add(moved);
  }
}
