/** Teams’ patience, ended by the test. */
export function patience() {
  let end = Promise.withResolvers<void>();
  return {
    /** Every turn in flight is late from now on; the next ones are not. */
    runOut(): void {
      end.resolve();
      end = Promise.withResolvers<void>();
    },
    after: (_ms: number, signal: AbortSignal): Promise<void> =>
      Promise.race([
        end.promise,
        new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
      ]),
  };
}
