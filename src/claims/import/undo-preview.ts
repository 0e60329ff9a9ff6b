/** What the undo of an import would do, without doing it. */
import { setImmediate as nextTick } from 'node:timers/promises';
import type { ImportJob } from './jobs.ts';
import { laterWords } from './later.ts';
import { PAGE_SIZE, STAYS_KEPT, type UndoStores } from './undo.ts';
import type { Stay } from './undo-record.ts';
import { UndoRules } from './undo-rules.ts';

export interface UndoPreview {
  /** Claims that it brought and that go. */
  readonly removed: number;
  /** Claims that it changed and that are as before. */
  readonly restored: number;
  /** Claims of which something stays, and the first of them. */
  readonly kept: number;
  readonly stays: readonly Stay[];
}

/** Goes through the same claims in the same order as the undo. @throws UserError where the file of a later import is gone */
export async function previewUndo(stores: UndoStores, job: ImportJob): Promise<UndoPreview> {
  const { claims, uses, jobs } = stores;
  const { tenantId } = job;
  const rules = new UndoRules(job, await laterWords(stores, jobs, job));
  let [removed, restored] = [0, 0];
  const stays: Stay[] = [];
  for (let cursor = ''; ; await nextTick()) {
    const page = await claims.page(tenantId, cursor, PAGE_SIZE);
    const last = page.at(-1);
    if (last === undefined) break;
    cursor = last._id;
    const mayGo = page.filter((claim) => rules.mayGo(claim));
    const used = await uses.of(tenantId, mayGo);
    const goes = new Set(mayGo.filter(({ _id }) => !used.has(_id)));
    removed += goes.size;
    for (const claim of page) {
      const outcome = goes.has(claim) ? undefined : rules.patch(claim, used)?.lastUndo?.outcome;
      if (outcome === 'restored') restored += 1;
      else if (outcome !== undefined) stays.push({ claimId: claim.claimId, why: outcome });
    }
  }
  return { removed, restored, kept: stays.length, stays: stays.slice(0, STAYS_KEPT) };
}
