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
