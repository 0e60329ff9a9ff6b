/**
 * Carries out the undo of an import: goes through the tenant's claims by their ids, takes away what the import brought and nobody has
 * worked on, and gives back what it changed. Each page is safe to repeat: a claim remembers what came of it, and one that is gone is gone.
 */
import { setImmediate as nextTick } from 'node:timers/promises';
import type { Claim } from '../claim.ts';
import type { Facets } from '../facets.ts';
import type { ClaimRepository } from '../repository.ts';
import type { ClaimUses } from '../uses.ts';
import type { ImportJob, ImportJobs } from './jobs.ts';
import { laterWords } from './later.ts';
import type { ReadingOptions } from './reading.ts';
import type { Stay, UndoRecord } from './undo-record.ts';
import { UndoRules, type Uses } from './undo-rules.ts';

export const PAGE_SIZE = 500;
/** How many of the claims of which something stays are named. */
export const STAYS_KEPT = 50;

export interface UndoStores extends ReadingOptions {
  readonly claims: ClaimRepository;
  readonly facets: Facets;
  readonly uses: ClaimUses;
  readonly jobs: ImportJobs;
}

/** What an undo needs of whoever runs it. */
export interface UndoRun {
  readonly signal: AbortSignal;
  /** Writes the progress; false when another instance has taken over. */
  advance(undo: UndoRecord): Promise<boolean>;
  /** The keys of those whose claims have changed. */
  readonly owners: Set<string>;
}

/** @returns whether it came to its end @throws UserError where the file of a later import is gone */
export async function undoImport(stores: UndoStores, job: ImportJob, run: UndoRun): Promise<boolean> {
  const { claims } = stores;
  const { tenantId } = job;
  let undo = job.undo;
  if (undo === undefined) return true;
  const later = await laterWords(stores, stores.jobs, job);
  if (undo.total === undefined) {
    const [total, brought] = [await claims.countAll(tenantId), await claims.countAll(tenantId, job._id)];
    undo = { ...undo, total, brought };
    if (!(await run.advance(undo))) return false;
  }
  const page = new UndoPage(stores, job, new UndoRules(job, later), run.owners);
  for (;;) {
    if (run.signal.aborted) return false;
    const some = await claims.page(tenantId, undo.cursor, PAGE_SIZE);
    const last = some.at(-1);
    if (last === undefined) break;
    undo = withOutcomes(undo, await page.undo(some), some.length, last._id);
    if (!(await run.advance(undo))) return false;
    await nextTick();
  }
  await replaceFacets(stores, tenantId);
  return true;
}

/** What came of a claim that the import had touched. */
type Outcome = NonNullable<Claim['lastUndo']> & Pick<Claim, 'claimId'>;

class UndoPage {
  readonly #stores: UndoStores;
  readonly #job: ImportJob;
  readonly #rules: UndoRules;
  readonly #owners: Set<string>;

  constructor(stores: UndoStores, job: ImportJob, rules: UndoRules, owners: Set<string>) {
    this.#stores = stores;
    this.#job = job;
    this.#rules = rules;
    this.#owners = owners;
  }

  /** What came of those of these claims that are still there and that the import had touched. */
  async undo(page: readonly Claim[]): Promise<Outcome[]> {
    const { claims, uses } = this.#stores;
    const { tenantId } = this.#job;
    const brought = page.filter((claim) => this.#rules.mayGo(claim));
    const used = await uses.of(tenantId, brought);
    const goes = brought.filter(({ _id }) => !used.has(_id));
    this.#note(goes);
    await claims.deleteUnchanged(tenantId, goes);
    // Of those, some are still there: somebody worked on them just now.
    const left =
      goes.length === 0
        ? []
        : await claims.byIds(
            tenantId,
            goes.map(({ _id }) => _id),
          );
    const gone = new Set(goes.map(({ _id }) => _id));
    const outcomes: Outcome[] = [];
    for (const claim of [...page.filter(({ _id }) => !gone.has(_id)), ...left]) {
      const outcome = await this.#settle(claim, used);
      if (outcome !== undefined) outcomes.push(outcome);
    }
    return outcomes;
  }

  async #settle(claim: Claim, used: Uses): Promise<Outcome | undefined> {
    const { _id: job, tenantId } = this.#job;
    let settled = claim;
    if (this.#rules.patch(claim, used) !== undefined) {
      const result = await this.#stores.claims.change(tenantId, claim._id, `undo/${job}`, (one) =>
        this.#rules.patch(one, used),
      );
      if (result.kind === 'gone') return undefined;
      settled = result.claim;
      this.#note([claim, settled]);
      await nextTick();
    }
    const { lastUndo, claimId } = settled;
    return lastUndo?.job === job ? { ...lastUndo, claimId } : undefined;
  }

  #note(changed: readonly Claim[]): void {
    for (const { owner } of changed) if (owner !== undefined) this.#owners.add(owner.key);
  }
}

function withOutcomes(undo: UndoRecord, outcomes: readonly Outcome[], scanned: number, cursor: string): UndoRecord {
  const stays = outcomes.flatMap(({ claimId, outcome }): Stay[] =>
    outcome === 'restored' ? [] : [{ claimId, why: outcome }],
  );
  return {
    ...undo,
    cursor,
    scanned: undo.scanned + scanned,
    restored: undo.restored + outcomes.length - stays.length,
    kept: undo.kept + stays.length,
    keptNew: undo.keptNew + outcomes.filter(({ was }) => was === 'new').length,
    stays: [...undo.stays, ...stays].slice(0, STAYS_KEPT),
  };
}

/** The list's filters offer what the claims have that are left. */
async function replaceFacets({ claims, facets }: UndoStores, tenantId: string): Promise<void> {
  const programs = new Set<string>();
  const workloads = new Map<string, string>();
  for (let last = ''; ; ) {
    const page = await claims.page(tenantId, last, PAGE_SIZE);
    for (const claim of page) {
      programs.add(claim.program);
      for (const { key, name } of claim.workloads) if (!workloads.has(key)) workloads.set(key, name);
    }
    last = page.at(-1)?._id ?? '';
    if (page.length < PAGE_SIZE) return facets.replace(tenantId, programs, workloads);
    await nextTick();
  }
}
