/** What the undo of an import does to a claim, by its record, by the files of later imports, and by what else keeps something of it. Pure. */
import type { Claim, ClaimPatch } from '../claim.ts';
import type { ClaimUse } from '../uses.ts';
import { type LaterWord, stayPatch, undoPatch, whyItStays } from './history.ts';
import type { ImportJob } from './jobs.ts';
import type { LaterWords } from './later.ts';

/** Claim (`_id`) → what else keeps something of it. */
export type Uses = ReadonlyMap<string, ClaimUse['kind']>;

export class UndoRules {
  readonly #job: string;
  readonly #later: LaterWords;

  constructor({ _id }: ImportJob, later: LaterWords) {
    this.#job = _id;
    this.#later = later;
  }

  /** Whether the import brought it and nobody has worked on it: it goes, unless something else keeps something of it. */
  mayGo(claim: Claim): boolean {
    return claim.addedBy === this.#job && whyItStays(claim, this.#wordsOn(claim)) === undefined;
  }

  /** What changes of one that stays; undefined where the import had not touched it, or the undo was here before. */
  patch(claim: Claim, used: Uses): ClaimPatch | undefined {
    if (claim.lastUndo?.job === this.#job) return undefined;
    const words = this.#wordsOn(claim);
    if (claim.addedBy !== this.#job) return undoPatch(claim, this.#job, words);
    return stayPatch(this.#job, whyItStays(claim, words) ?? used.get(claim._id) ?? 'worked', words);
  }

  #wordsOn({ claimKey }: Claim): readonly LaterWord[] {
    return this.#later.get(claimKey) ?? [];
  }
}
