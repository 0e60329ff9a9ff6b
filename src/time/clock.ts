/** The time now. The campaign clock may be simulated; real time is `() => new Date()`. */
export type Clock = () => Date;

/**
 * The campaign clock: starts at `startAt` and runs on at real speed; without one it is real time.
 * It moves phases, milestones, POE age, working hours and texts only, never tokens, leases, retries, TTL or logs.
 */
export function campaignClock(startAt: Date | undefined, realTime: Clock): Clock {
  if (startAt === undefined) return realTime;
  const offset = startAt.getTime() - realTime().getTime();
  return () => new Date(realTime().getTime() + offset);
}

/** A clock that went on by so much more than the time that passed was set forward. */
const STEP_MS = 50;

/**
 * The real time without its steps back, for whatever waits, leases and counts per second: where the machine's clock is set back, this one goes
 * on as before, so that nothing waits until the machine's has come as far again. It is ahead of it from then on, until that steps forward or
 * the process ends.
 * @param monotonic ms since any moment, never set
 */
export function steadyClock(realTime: Clock, monotonic: () => number = () => performance.now()): Clock {
  let [last, lastAt, aheadMs] = [Number.NEGATIVE_INFINITY, monotonic(), 0];
  return () => {
    const [now, at] = [realTime().getTime(), monotonic()];
    const passedMs = at - lastAt;
    if (now < last) aheadMs += last - now + passedMs;
    // Clocks of whole and of broken milliseconds differ by less at each look.
    else if (now - last - passedMs > STEP_MS) aheadMs = Math.max(0, aheadMs - (now - last - passedMs));
    [last, lastAt] = [now, at];
    return new Date(now + aheadMs);
  };
}
