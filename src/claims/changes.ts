/** Word of changed claims, to whoever shows them: a person's press, an assignment and an import alike. */

/** @param ownerKeys of those whose claims have changed, before and after the change */
export type ChangeListener = (tenantId: string, ownerKeys: readonly string[]) => Promise<void>;

export class ClaimChanges {
  readonly #listeners: ChangeListener[] = [];
  readonly #log: { warn(facts: object, message: string): void };

  constructor(log: { warn(facts: object, message: string): void }) {
    this.#log = log;
  }

  listen(listener: ChangeListener): void {
    this.#listeners.push(listener);
  }

  /** Resolves when all have heard it. What a listener fails with is its own: the change stands. */
  async raise(tenantId: string, ownerKeys: readonly string[]): Promise<void> {
    if (ownerKeys.length === 0) return;
    for (const listener of this.#listeners)
      await listener(tenantId, ownerKeys).catch((err: unknown) =>
        this.#log.warn({ err }, 'what shows changed claims stays as it is until somebody looks at it'),
      );
  }
}
