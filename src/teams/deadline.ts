/** Teams waits for an answer for a limited time. */

/** Teams delivers again after 15 s (docs/platform.md, "Limits"). */
const ANSWER_WITHIN_MS = 10_000;

/** Resolves after so many milliseconds of real time; rejects when `signal` aborts. */
export type Delay = (ms: number, signal: AbortSignal) => Promise<void>;

/** What the work comes to, or `late` where it takes longer; the work goes on then. @throws what the work fails with in time */
export async function withDeadline<T>(
  work: Promise<T>,
  delay: Delay,
  withinMs = ANSWER_WITHIN_MS,
): Promise<T | 'late'> {
  const waiting = new AbortController();
  const late = delay(withinMs, waiting.signal).then(
    () => 'late' as const,
    () => new Promise<never>(() => undefined),
  );
  return Promise.race([work, late]).finally(() => waiting.abort());
}
