/** The way of a document: received → proposed for a claim → filed or discarded. Knows neither Teams nor HTTP. */
import type { Claim, PoeRecord } from '../claims/claim.ts';
import { pickWorkloads } from '../claims/rules.ts';
import type { ClaimService } from '../claims/service.ts';
import { NotFoundError, UserError } from '../errors.ts';
import { excessOf, type TextLimit } from '../format/characters.ts';
import type { Person } from '../people/person.ts';
import type { Problem } from '../problems/index.ts';
import type { FileVault } from '../storage/port.ts';
import { checksByWorkload, type Examination, proposedWorkloads } from './advice.ts';
import type { DocumentChecks } from './document-checks.ts';
import { type Draft, type DraftFile, type Drafts, type FilingDecision, isSure } from './drafts.ts';
import { alreadyFiled, type FilingOutcome, type FilingRequest, type FilingResult } from './filing.ts';
import { MOST_CANDIDATES } from './proposal.ts';
import type { Proposals } from './proposals.ts';

/** The input of the card takes more: a client cuts what is pasted there without a word. */
export const WHY_LIMIT: TextLimit = { characters: 300, bytes: 1_000 };
/** A decision is carried out within milliseconds. After this long nobody is at work on it any more. */
const FILING_MS = 30_000;

export interface PoeServiceOptions {
  readonly claims: ClaimService;
  readonly drafts: Drafts;
  readonly checks: DocumentChecks;
  readonly proposals: Proposals;
  readonly vault: Pick<FileVault, 'renew'>;
  /** Real time. */
  readonly realTime: () => Date;
}

/** What is to be filed for which workloads (keys), and what its files show. */
type FilingChoice = Pick<FilingDecision, 'claim' | 'workloads' | 'checks'>;

/** What a draft is proposed for, and what came of it. */
export interface ProposedFiling {
  readonly draft: Draft;
  readonly claim: Claim | undefined;
  readonly examined: Examination | undefined;
  /** Keys. */
  readonly workloads: readonly string[];
  /** Where it was to be filed. */
  readonly outcome?: FilingOutcome;
  /** Why it was not filed. */
  readonly problem?: Problem;
}

export class PoeService {
  readonly #options: PoeServiceOptions;

  constructor(options: PoeServiceOptions) {
    this.#options = options;
  }

  /** The person's own draft. @throws UserError where it is another's, NotFoundError where it is gone */
  async draft(person: Person, id: string): Promise<Draft> {
    const draft = await this.#options.drafts.get(person.tenantId, id);
    if (draft === undefined) throw new NotFoundError('poe.gone');
    if (draft.userId !== person.userId) throw new UserError('poe.not-yours');
    return this.#settled(draft);
  }

  /** Closes a draft whose decision a crash left behind: as filed where the claim has its files, else it is open again. */
  async #settled(draft: Draft): Promise<Draft> {
    const { claims, drafts, realTime } = this.#options;
    const { decision } = draft;
    if (draft.state !== 'filing' || decision === undefined) return draft;
    if (realTime().getTime() - Date.parse(decision.decidedAt) < FILING_MS) return draft;
    const filed = await claims.hasPoeFrom(draft.tenantId, decision.claim, draft._id);
    await (filed ? drafts.close(draft, 'filed') : drafts.reopen(draft));
    return (await drafts.get(draft.tenantId, draft._id)) ?? draft;
  }

  /** The claims to choose from for a draft; undefined where there is none that the person may file for. */
  async choices(person: Person, draft: Draft): Promise<readonly Claim[] | undefined> {
    const { claims } = this.#options;
    const candidates = await claims.findVisibleRecords(person, draft.candidates);
    return candidates.length > 0 || (await claims.seesAny(person)) ? candidates : undefined;
  }

  /** What the files of a draft show for a claim. @param at campaign clock */
  examine(draft: Draft, claim: Claim, at: Date): Promise<Examination> {
    return this.#options.checks.examine(draft, claim, at);
  }

  /**
   * Files a draft as a person asks for it, or says what is left to choose. A draft with a decision is finished as it was decided.
   * @param at campaign clock
   * @throws UserError, NotFoundError, ForbiddenError; then nothing was filed
   */
  async request(person: Person, request: FilingRequest, at: Date): Promise<FilingOutcome> {
    const draft = await this.draft(person, request.draft);
    if (draft.state === 'discarded') throw new UserError('poe.gone');
    if (draft.decision !== undefined) return this.#finish(person, draft, draft.decision, at);
    const found = await this.#namedClaims(person, request);
    const [claim, another] = found;
    if (another !== undefined) return { kind: 'choose claim', draft, why: 'several', found };
    if (claim === undefined) return { kind: 'choose claim', draft, why: request.claimText ? 'unknown' : 'none named' };
    const chosen = pickWorkloads(claim, request.workloads).map(({ key }) => key);
    // They saw the workloads of another claim, so they see this one's before anything is filed.
    if (request.shown !== claim._id) return { kind: 'choose workloads', draft, claim, why: 'of another claim', chosen };
    if (chosen.length === 0) return { kind: 'choose workloads', draft, claim, why: 'none chosen', chosen };
    const why = request.why?.trim() ?? '';
    const excess = excessOf(why, WHY_LIMIT);
    if (excess !== undefined) throw new UserError('poe.why-too-long', excess);
    const examined = await this.#options.checks.examine(draft, claim, at);
    const checks = checksByWorkload(examined, pickWorkloads(claim, chosen), why);
    return this.#finish(person, draft, { claim: claim._id, workloads: chosen, ...(checks && { checks }) }, at);
  }

  /** The claims that a request may mean: by the ID or the customer that was written, else the one that was chosen. */
  async #namedClaims(person: Person, { claim, claimText }: FilingRequest): Promise<readonly Claim[]> {
    const { claims } = this.#options;
    const written = claimText?.trim();
    if (!written) return claim ? [await claims.open(person, claim)] : [];
    const byId = await claims.findVisible(person, [written]);
    return byId.length > 0 ? byId : claims.searchVisible(person, [written], MOST_CANDIDATES);
  }

  async #finish(person: Person, draft: Draft, decision: FilingChoice, at: Date): Promise<FilingResult> {
    const { claim, workloads } = decision;
    const before = await this.#options.claims.open(person, claim);
    const filing = await this.file(person, draft, decision, at);
    return { ...filing, draft, workloads, already: alreadyFiled(draft, before, workloads) };
  }

  /**
   * "File POE": all files for all chosen workloads, in one write under the draft's id. The first request decides the claim. A later
   * one, also after a crash, finds that decision and finishes it; nothing is changed twice.
   * @throws UserError, NotFoundError, ForbiddenError; then nothing was filed
   */
  async file(
    person: Person,
    draft: Draft,
    choice: FilingChoice,
    at: Date,
  ): Promise<Pick<FilingResult, 'kind' | 'claim'>> {
    const { drafts } = this.#options;
    await this.#renewFiles(draft);
    const decidedAt = this.#options.realTime().toISOString();
    const decided = await drafts.decide(draft, { ...choice, at: at.toISOString(), decidedAt });
    if (decided?.decision === undefined) throw new UserError('poe.gone');
    try {
      const filing = await this.#carryOut(person, decided, decided.decision);
      await (filing.kind === 'already there' ? drafts.reopen(decided) : drafts.close(decided, 'filed'));
      return filing;
    } catch (error) {
      if (error instanceof UserError) await drafts.reopen(decided);
      throw error;
    }
  }

  async #carryOut(
    person: Person,
    draft: Draft,
    decision: FilingDecision,
  ): Promise<Pick<FilingResult, 'kind' | 'claim'>> {
    const records: PoeRecord[] = draft.files.map(({ sha256, name, size }) => ({
      draft: draft._id,
      sha256,
      fileName: name,
      size,
      filedAt: decision.at,
      filedBy: { userId: person.userId, name: person.name },
    }));
    const { claim, workloads, checks = {} } = decision;
    const checked = new Map(Object.entries(checks));
    const outcome = await this.#options.claims.filePoe(person, claim, workloads, records, draft._id, checked);
    if (outcome.kind === 'gone') throw new NotFoundError('poe.gone');
    const kinds = { changed: 'filed', repeated: 'repeated', unchanged: 'already there' } as const;
    return { kind: kinds[outcome.kind], claim: outcome.claim };
  }

  /**
   * Files those of these drafts whose claim is beyond doubt, each as it is proposed. One that cannot be filed keeps none of the others back.
   * @throws UserError, NotFoundError where one of them is not the person's own
   */
  async fileSure(person: Person, ids: readonly string[], at: Date): Promise<readonly ProposedFiling[]> {
    const filings: ProposedFiling[] = [];
    for (const proposed of await this.proposedFilings(person, ids, at)) {
      const { draft, claim, workloads } = proposed;
      if (claim === undefined || !isSure(draft) || workloads.length === 0) filings.push(proposed);
      else filings.push(await this.#fileProposed(person, proposed, claim, at));
    }
    return filings;
  }

  async #fileProposed(person: Person, proposed: ProposedFiling, claim: Claim, at: Date): Promise<ProposedFiling> {
    const { draft, workloads } = proposed;
    try {
      const outcome = await this.request(
        person,
        { draft: draft._id, claim: claim._id, shown: claim._id, workloads },
        at,
      );
      return { ...proposed, draft: await this.draft(person, draft._id), outcome };
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return { ...proposed, problem: error.problem };
    }
  }

  /** What each of these drafts of the person is proposed for, and what its files show for it. @throws as `draft` */
  async proposedFilings(person: Person, ids: readonly string[], at: Date): Promise<readonly ProposedFiling[]> {
    const proposals: ProposedFiling[] = [];
    for (const id of ids) {
      const draft = await this.draft(person, id);
      const claim = await this.#options.proposals.claimOf(person, draft);
      const examined = claim && (await this.#options.checks.examine(draft, claim, at));
      proposals.push({ draft, claim, examined, workloads: proposedWorkloads(claim, examined) });
    }
    return proposals;
  }

  /** Throws a draft away, and resolves to undefined. A draft with a decision is finished as it was decided. @throws as `request` */
  async discard(person: Person, id: string, at: Date): Promise<FilingResult | undefined> {
    const draft = await this.draft(person, id);
    if (draft.decision !== undefined) return this.#finish(person, draft, draft.decision, at);
    await this.#options.drafts.close(draft, 'discarded');
    return undefined;
  }

  /** The files of the person's own open draft. @throws UserError where it is not open */
  async openFiles(person: Person, id: string): Promise<readonly DraftFile[]> {
    const draft = await this.draft(person, id);
    if (draft.state !== 'open') throw new UserError('poe.gone');
    await this.#renewFiles(draft);
    return draft.files;
  }

  /** They are about to be named elsewhere: nobody takes them for files that nothing names. @throws UserError where one is gone */
  async #renewFiles({ tenantId, files }: Draft): Promise<void> {
    for (const { sha256 } of files)
      if (!(await this.#options.vault.renew(tenantId, sha256))) throw new UserError('poe.gone');
  }

  /** Whether there is any claim that the person may file for. */
  mayFile(person: Person): Promise<boolean> {
    return this.#options.claims.seesAny(person);
  }
}
