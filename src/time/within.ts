/** One limit on a whole piece of work: a service that sends a byte now and then holds nobody up for longer than this. */

/** It took longer than it may. What was asked for may have been done all the same. */
export class TooLateError extends Error {
  readonly code = 'too-late';
  override readonly name = 'TooLateError';
}

/**
 * What the work comes to, if it does so within `ms` of real time.
 * @param work gets a signal that aborts when the time is over, to end what it began
 * @throws TooLateError when the time is over, whether or not the work heeds the signal
 */
export async function within<T>(ms: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const over = new AbortController();
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    const error = new TooLateError(`no whole answer within ${ms} ms`);
    reject(error);
    over.abort(error);
  }, ms);
  try {
    return await Promise.race([work(over.signal), late]);
  } finally {
    clearTimeout(timer);
  }
}
