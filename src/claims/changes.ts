/** Events: claims were changed, by a press, an assignment or an import. Whoever shows claims subscribes, or looks at the stamp. */
import type { Stamps } from '../storage/stamps.ts';

/** @param ownerKeys of the owners before and after the change */
export type ChangeListener = (tenantId: string, ownerKeys: readonly string[]) => Promise<void>;

export class ClaimChanges {
  readonly #listeners: ChangeListener[] = [];
  readonly #stamps: Pick<Stamps, 'move'>;
  readonly #log: { warn(details: object, message: string): void };

  constructor(stamps: Pick<Stamps, 'move'>, log: { warn(details: object, message: string): void }) {
    this.#stamps = stamps;
    this.#log = log;
  }

  subscribe(listener: ChangeListener): void {
    this.#listeners.push(listener);
  }

  /** Resolves when all listeners are through. The change stands, also where one of them fails. @param ownerKeys none where nobody owns them */
  async publish(tenantId: string, ownerKeys: readonly string[]): Promise<void> {
    await this.moveStamp(tenantId);
    if (ownerKeys.length === 0) return;
    for (const listener of this.#listeners)
      await listener(tenantId, ownerKeys).catch((err: unknown) =>
        this.#log.warn({ err }, 'a listener to changed claims failed: what it shows is out of date'),
      );
  }

  /** For what goes on for long and publishes at its end: whoever looks sees how far it is. */
  async moveStamp(tenantId: string): Promise<void> {
    await this.#stamps
      .move(tenantId, 'claims')
      .catch((err: unknown) => this.#log.warn({ err }, 'nobody is told of changed claims before the next change'));
  }
}
