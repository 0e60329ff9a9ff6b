/** Milliseconds that this thread computes in `work`, synchronous: what other processes do on the machine meanwhile is not in it. */
export function cpuMs(work: () => unknown): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
}
