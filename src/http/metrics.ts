/**
 * What Prometheus reads: how this process does, and how far the reminders are. Numbers and short reasons only: no tenant, no name,
 * no id.
 */
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Progress } from '../reminders/card-facts.ts';

export interface Metrics {
  readonly contentType: string;
  /** All of them now, in Prometheus' text format. Who asks while it is being read gets the same. Rejects with what `progress` rejects with. */
  read(): Promise<string>;
}

/** @param progress of the reminders in all tenants; without it there is the process alone */
export function createMetrics(progress?: () => Promise<Progress>): Metrics {
  const own = processMetrics();
  let reading: Promise<string> | undefined;

  async function read(): Promise<string> {
    const nudges = progress && nudgeMetrics(await progress());
    return (await Promise.all([nudges, own].map((registry) => registry?.metrics() ?? ''))).join('');
  }

  return {
    contentType: own.contentType,
    read() {
      // The ledger is counted for each: many who ask at once are no more work than one.
      reading ??= read().finally(() => {
        reading = undefined;
      });
      return reading;
    },
  };
}

/** There is one process, however many servers: prom-client's own metrics of it are made once, with the first, and never end. */
let ofProcess: Registry | undefined;

function processMetrics(): Registry {
  if (ofProcess === undefined) {
    ofProcess = new Registry();
    collectDefaultMetrics({ register: ofProcess });
  }
  return ofProcess;
}

/** Made anew for each reading: a reason that is gone leaves nothing behind, and two readings never mix. */
function nudgeMetrics(progress: Progress): Registry {
  const registry = new Registry();
  const gauge = (name: string, help: string, value: number): void =>
    new Gauge({ name: `cpor_nudges_${name}`, help, registers: [registry] }).set(value);
  const byReason = (name: string, help: string, counts: Progress['failed']): void => {
    const perReason = new Gauge({ name: `cpor_nudges_${name}`, help, labelNames: ['reason'], registers: [registry] });
    for (const [reason, count] of Object.entries(counts)) perReason.inc({ reason: labelOf(reason) }, count);
  };
  gauge('due', 'Reminders that wait to be sent.', progress.due);
  gauge('sent', 'Reminders that were sent.', progress.sent);
  gauge('unknown', 'Reminders whose answer was lost. They may have arrived and are not repeated.', progress.unknown);
  byReason('failed', 'Reminders that could not be sent, by reason.', progress.failed);
  byReason('skipped', 'Reminders that were not sent for a reason that may pass, by reason.', progress.skipped);
  gauge(
    'oldest_due_seconds',
    'For how long the oldest that could have been sent has been waiting; 0 where none is.',
    (progress.oldestDueMs ?? 0) / 1000,
  );
  gauge('per_second', 'Reminders sent per second, over the last minute.', progress.perSecond);
  return registry;
}

const WORDS = /^[a-z]+(?:[,:]? (?:[a-z]+|\d{1,3}))*$/;
const DETAIL = / \([^)]*\)$/;

/** Reasons are words and a status, as the ledger has them; a detail in brackets is for the log. What looks otherwise stays here. */
function labelOf(reason: string): string {
  const words = reason.replace(DETAIL, '');
  return words.length <= 60 && WORDS.test(words) ? words : 'other';
}
