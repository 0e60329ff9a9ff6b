/** Whether a service was out of reach a moment ago: whoever needs it then is told at once, instead of waiting for it in turn. */
export interface Outage {
  readonly isOn: boolean;
  /** The service was out of reach just now. */
  begin(): void;
}

/** @param forMs how long nobody asks the service after it was out of reach */
export function createOutage(forMs: number, monotonic: () => number = () => performance.now()): Outage {
  let untilMs = Number.NEGATIVE_INFINITY;
  return {
    get isOn() {
      return monotonic() < untilMs;
    },
    begin() {
      untilMs = monotonic() + forMs;
    },
  };
}
