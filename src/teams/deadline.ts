/** Teams waits for an answer so long and no longer. */

/** Teams delivers again after 15 s (PLATFORM, "a turn"). */
const ANSWER_WITHIN_MS = 10_000;

/** Resolves after so many milliseconds, or rejects when it is no longer waited for. */
export type Delay = (ms: number, signal: AbortSignal) => Promise<void>;

/** What the work comes to, or `late` where it takes longer than Teams waits; the work goes on then. @throws what the work fails with in time */
export async function withDeadline<T>(
  work: Promise<T>,
  after: Delay,
  withinMs = ANSWER_WITHIN_MS,
): Promise<T | 'late'> {
  const waiting = new AbortController();
  const late = after(withinMs, waiting.signal).then(
    () => 'late' as const,
    () => new Promise<never>(() => undefined),
  );
  return Promise.race([work, late]).finally(() => waiting.abort());
}
