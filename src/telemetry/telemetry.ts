/** What is seen of the bot and leaves for a collector. */
import type { LoggerOptions } from 'pino';
import type { MetricFigure } from './figures.ts';
import type { Tracing } from './tracing.ts';

export interface Telemetry {
  readonly tracing: Tracing;
  /** For the log: each line tells the trace in which it was written. */
  readonly logOptions: Pick<LoggerOptions, 'mixin'>;
  /**
   * Sends the figures from now on.
   * @param onFailure told with a short reason, now and then, while nothing gets through
   */
  begin(readFigures: () => Promise<readonly MetricFigure[]>, onFailure: (reason: string) => void): void;
  /** What is still here leaves, or is dropped after a few seconds. Never fails. */
  stop(): Promise<void>;
}
