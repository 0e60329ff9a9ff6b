/** Events: claims were changed, by a press, an assignment or an import. Whoever shows claims subscribes. */

/** @param ownerKeys of the owners before and after the change */
export type ChangeListener = (tenantId: string, ownerKeys: readonly string[]) => Promise<void>;

export class ClaimChanges {
  readonly #listeners: ChangeListener[] = [];
  readonly #log: { warn(details: object, message: string): void };

  constructor(log: { warn(details: object, message: string): void }) {
    this.#log = log;
  }

  subscribe(listener: ChangeListener): void {
    this.#listeners.push(listener);
  }

  /** Resolves when all listeners are through. The change stands, also where one of them fails. */
  async publish(tenantId: string, ownerKeys: readonly string[]): Promise<void> {
    if (ownerKeys.length === 0) return;
    for (const listener of this.#listeners)
      await listener(tenantId, ownerKeys).catch((err: unknown) =>
        this.#log.warn({ err }, 'a listener to changed claims failed: what it shows is out of date'),
      );
  }
}
