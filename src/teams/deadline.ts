/** Teams waits for an answer for a limited time. */

/** Teams delivers again after 15 s (docs/platform.md, "Limits"). Counted from when a request has come in. */
export const LATE_AFTER_MS = 10_000;
/** For the word that it takes longer, after that. Then the request is answered, whether or not the word has got through. */
export const LAST_WORD_MS = 3_000;

/** Resolves after so many milliseconds of real time; rejects when `signal` aborts. */
export type Delay = (ms: number, signal: AbortSignal) => Promise<void>;

/** Why a delay that nobody waits for any more is over. One for all: to make an error for each turn costs more than the timer. */
const ENDED = new Error('nobody waits any more');

export const delay: Delay = (ms, signal) =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(ENDED);
    });
  });

export interface Deadline {
  /** Resolves when the time is over, never after `end`. */
  readonly passed: Promise<'late'>;
  end(): void;
}

export function startDeadline(delay: Delay, withinMs: number): Deadline {
  const waiting = new AbortController();
  const passed = delay(withinMs, waiting.signal).then(
    () => 'late' as const,
    () => new Promise<never>(() => undefined),
  );
  return { passed, end: () => waiting.abort(ENDED) };
}

/** What the work comes to, or `late` where it takes longer; the work goes on then. @throws what the work fails with in time */
export async function withDeadline<T>(work: Promise<T>, delay: Delay, withinMs = LATE_AFTER_MS): Promise<T | 'late'> {
  const deadline = startDeadline(delay, withinMs);
  return Promise.race([work, deadline.passed]).finally(deadline.end);
}
