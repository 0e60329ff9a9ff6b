/** What a question takes, and how long it keeps everybody else waiting. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { quantile } from '../report.ts';

export interface Measured {
  /** Milliseconds: the median, and the longest. */
  readonly median: number;
  readonly longest: number;
  /** Of the processor, milliseconds, of a usual run: it tells what a question takes where other programs keep the machine busy. */
  readonly cpu: number;
  /** The longest hold of the event loop: of a usual run, and of the worst. Other programs that take the processor count, too. */
  readonly hold: number;
  readonly longestHold: number;
}

/** The first run is not counted: statements are prepared in it. */
export async function measured(runs: number, work: (run: number) => Promise<unknown>): Promise<Measured> {
  await work(0);
  const took: number[] = [];
  const holds: number[] = [];
  const cpus: number[] = [];
  for (let run = 1; run <= runs; run++) {
    const blocked = monitorEventLoopDelay({ resolution: 1 });
    blocked.enable();
    // It counts from its first tick after a reset on, and notices a hold at the tick after it.
    await setTimeout(5);
    blocked.reset();
    await setTimeout(5);
    const cpu = process.cpuUsage();
    const before = performance.now();
    await work(run);
    const { user, system } = process.cpuUsage(cpu);
    cpus.push((user + system) / 1_000);
    took.push(performance.now() - before);
    await setTimeout(5);
    blocked.disable();
    holds.push(blocked.max / 1e6);
  }
  return {
    median: quantile(took, 0.5),
    longest: quantile(took, 1),
    cpu: quantile(cpus, 0.5),
    hold: quantile(holds, 0.5),
    longestHold: quantile(holds, 1),
  };
}
