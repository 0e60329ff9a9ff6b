/** The progress of all nudges as metrics. */
import type { Metric } from '../feature.ts';
import type { Progress } from './progress.ts';

export function nudgeMetrics(progress: Progress): readonly Metric[] {
  const gauge = (name: string, help: string, value: number): Metric => ({
    name: `cpor_nudges_${name}`,
    help,
    values: [{ value }],
  });
  return [
    gauge('due', 'Reminders that wait to be sent.', progress.due),
    gauge('sent', 'Reminders that were sent.', progress.sent),
    gauge('unknown', 'Reminders whose answer was lost. They may have arrived and are not repeated.', progress.unknown),
    byReason('failed', 'Reminders that could not be sent, by reason.', progress.failed),
    byReason('skipped', 'Reminders that were not sent for a reason that may pass, by reason.', progress.skipped),
    gauge(
      'oldest_due_seconds',
      'For how long the oldest that could have been sent has been waiting; 0 where none is.',
      (progress.oldestDueMs ?? 0) / 1000,
    ),
    gauge('per_second', 'Reminders sent per second, over the last minute.', progress.perSecond),
  ];
}

function byReason(name: string, help: string, counts: Progress['failed']): Metric {
  const values = new Map<string, number>();
  for (const [reason, count] of Object.entries(counts))
    values.set(labelOf(reason), (values.get(labelOf(reason)) ?? 0) + count);
  return {
    name: `cpor_nudges_${name}`,
    help,
    labels: ['reason'],
    values: [...values].map(([reason, value]) => ({ value, labels: { reason } })),
  };
}

const WORDS = /^[a-z]+(?:[,:]? (?:[a-z]+|\d{1,3}))*$/;
const DETAIL = / \([^)]*\)$/;

/** Reasons are words and a status; a detail in brackets is for the log. Anything else may hold somebody's data, and is “other”. */
function labelOf(reason: string): string {
  const words = reason.replace(DETAIL, '');
  return words.length <= 60 && WORDS.test(words) ? words : 'other';
}
