/** `npm run sample`: writes the files of `sample/` anew. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { isInCampaign, sampleClaims } from './claims.ts';
import { claimsCsv, exportForImportCsv } from './exports.ts';
import { currentPerson } from './people.ts';
import { samplePoe, samplePoeName } from './poe-pdf.ts';
import { sampleProgress } from './progress.ts';

export const SAMPLE_DIR = new URL('../../sample/', import.meta.url);

/** File names and what they hold. */
export function sampleFiles(): ReadonlyMap<string, Buffer> {
  const claims = sampleClaims();
  const touched = new Set(sampleProgress(claims).map(({ claim }) => claim));
  // One to try with: of the person at the Playground, with several workloads, nothing done for it yet.
  const open = claims.filter((claim) => isInCampaign(claim) && claim.owner === currentPerson && !touched.has(claim));
  const toTry = open.find(({ workloads }) => workloads.length > 1) ?? open[0];
  if (toTry === undefined) throw new Error('no sample claim is left to try with');
  return new Map([
    ['associations.csv', Buffer.from(claimsCsv())],
    ['export-for-import.csv', Buffer.from(exportForImportCsv())],
    [samplePoeName(toTry), samplePoe(toTry)],
  ]);
}

if (import.meta.main) {
  mkdirSync(SAMPLE_DIR, { recursive: true });
  for (const [name, bytes] of sampleFiles()) writeFileSync(new URL(name, SAMPLE_DIR), bytes);
}
