/** The time that Teams waits for an answer, ended by the test. */
export function manualDeadline() {
  let end = Promise.withResolvers<void>();
  let begun = Promise.withResolvers<void>();
  return {
    /** Every turn in flight is late from now on; the next ones are not. */
    expire(): void {
      end.resolve();
      end = Promise.withResolvers<void>();
    },
    /** Resolves when the next turn begins. */
    begun(): Promise<void> {
      begun = Promise.withResolvers<void>();
      return begun.promise;
    },
    delay: (_ms: number, signal: AbortSignal): Promise<void> => {
      begun.resolve();
      return Promise.race([
        end.promise,
        new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
      ]);
    },
  };
}
