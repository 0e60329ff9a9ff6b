/** What the operator sees of uploads. */
import type { Metric } from '../feature.ts';
import type { Quarantine } from './quarantine.ts';

export async function uploadMetrics(quarantine: Quarantine): Promise<readonly Metric[]> {
  return [
    {
      name: 'poe_quarantined_files',
      help: 'Documents that wait to be scanned for viruses',
      values: [{ value: await quarantine.count() }],
    },
  ];
}
