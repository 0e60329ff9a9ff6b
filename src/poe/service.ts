/** The way of a document: received → proposed for a claim → filed or discarded. Knows neither Teams nor HTTP. */
import { createHash } from 'node:crypto';
import type { Claim, PoeRecord } from '../claims/claim.ts';
import { pickWorkloads } from '../claims/rules.ts';
import type { ClaimService } from '../claims/service.ts';
import { NotFoundError, UserError } from '../errors.ts';
import type { Person } from '../people/person.ts';
import type { FileVault } from '../storage/port.ts';
import { DAY_MS } from '../time/units.ts';
import { DRAFT_DAYS, type Draft, type DraftFile, type Drafts, type FilingDecision } from './drafts.ts';
import { alreadyFiled, type FilingOutcome, type FilingRequest, type FilingResult } from './filing.ts';
import { MOST_CANDIDATES, proposeClaim } from './proposal.ts';

/** A decision is carried out within milliseconds. After this long nobody is at work on it any more. */
const FILING_MS = 30_000;

export interface PoeServiceOptions {
  readonly claims: ClaimService;
  readonly drafts: Drafts;
  readonly vault: Pick<FileVault, 'renew'>;
  readonly newId: () => string;
  /** Real time, for expiry. */
  readonly realTime: () => Date;
}

export class PoeService {
  readonly #options: PoeServiceOptions;

  constructor(options: PoeServiceOptions) {
    this.#options = options;
  }

  /**
   * Opens a draft for files that are in the vault, and proposes a claim for it.
   * @param message what the person wrote with them; may be empty
   */
  async propose(person: Person, files: readonly DraftFile[], message: string): Promise<Draft> {
    const { claims, drafts, newId, realTime } = this.#options;
    const hash = createHash('sha256').update(JSON.stringify([person.userId, files.map(({ sha256 }) => sha256).sort()]));
    return drafts.open({
      _id: newId(),
      tenantId: person.tenantId,
      userId: person.userId,
      files,
      state: 'open',
      openKey: hash.digest('hex'),
      expireAt: new Date(realTime().getTime() + DRAFT_DAYS * DAY_MS).toISOString(),
      ...(await proposeClaim(claims, person, [message, ...files.map(({ name }) => name)])),
    });
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

  /** The claim that a draft is proposed for. */
  async proposed(person: Person, { proposal }: Draft): Promise<Claim | undefined> {
    return proposal && (await this.#options.claims.findVisibleRecords(person, [proposal.claim]))[0];
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
    return this.#finish(person, draft, { claim: claim._id, workloads: chosen }, at);
  }

  /** The claims that a request may mean: by the ID or the customer that was written, else the one that was chosen. */
  async #namedClaims(person: Person, { claim, claimText }: FilingRequest): Promise<readonly Claim[]> {
    const { claims } = this.#options;
    const written = claimText?.trim();
    if (!written) return claim ? [await claims.open(person, claim)] : [];
    const byId = await claims.findVisible(person, [written]);
    return byId.length > 0 ? byId : claims.searchVisible(person, [written], MOST_CANDIDATES);
  }

  async #finish(
    person: Person,
    draft: Draft,
    { claim, workloads }: Pick<FilingDecision, 'claim' | 'workloads'>,
    at: Date,
  ): Promise<FilingResult> {
    const before = await this.#options.claims.open(person, claim);
    const filing = await this.file(person, draft, claim, workloads, at);
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
    claim: string,
    workloads: readonly string[],
    at: Date,
  ): Promise<Pick<FilingResult, 'kind' | 'claim'>> {
    const { drafts } = this.#options;
    await this.#renewFiles(draft);
    const decidedAt = this.#options.realTime().toISOString();
    const decided = await drafts.decide(draft, { claim, workloads, at: at.toISOString(), decidedAt });
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
    const outcome = await this.#options.claims.filePoe(person, decision.claim, decision.workloads, records, draft._id);
    if (outcome.kind === 'gone') throw new NotFoundError('poe.gone');
    const kinds = { changed: 'filed', repeated: 'repeated', unchanged: 'already there' } as const;
    return { kind: kinds[outcome.kind], claim: outcome.claim };
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
