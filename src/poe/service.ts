/** The way of a document: received → proposed for a claim → filed. Knows neither Teams nor HTTP. */
import { createHash } from 'node:crypto';
import type { Claim, PoeRecord } from '../claims/claim.ts';
import { pickWorkloads } from '../claims/repository.ts';
import type { ClaimService } from '../claims/service.ts';
import { NotFoundError, UserError } from '../errors.ts';
import type { Person } from '../people/person.ts';
import { DAY_MS } from '../time/local-day.ts';
import { DRAFT_DAYS, type Draft, type DraftFile, type Drafts, type FilingDecision } from './drafts.ts';
import { bestByCustomer, possibleClaimIds, tellingWords } from './matching.ts';
import { poeTexts } from './texts.ts';

/** A choice of more claims than this is no help; the person can write the ID instead. */
const MOST_CANDIDATES = 20;
/** Between the decision and its effect lie milliseconds; after this long, nobody is at work on it any more. */
const FILING_MS = 30_000;

/** A document that a workload has already, from another upload. */
export interface AlreadyFiled {
  readonly fileName: string;
  /** Its name. */
  readonly workload: string;
  /** ISO, by the campaign clock. */
  readonly filedAt: string;
}

export interface Filed {
  /** `repeated`: the same request again. `already there`: every workload chosen has these bytes already. */
  readonly kind: 'filed' | 'repeated' | 'already there';
  readonly draft: Draft;
  /** As it stands now. */
  readonly claim: Claim;
  /** Keys. */
  readonly workloads: readonly string[];
  /** What of it was there before. */
  readonly already: readonly AlreadyFiled[];
}

/** What somebody asks to have filed, as they entered it. */
export interface FilingRequest {
  readonly draft: string;
  /** The claim that they chose. */
  readonly claim?: string | undefined;
  /** An ID or a customer that they wrote instead. */
  readonly claimText?: string | undefined;
  /** Keys; others than the claim's are left out. */
  readonly workloads: readonly string[];
  /** The claim whose workloads they chose among. */
  readonly shown?: string | undefined;
}

export type FilingOutcome =
  | Filed
  | {
      readonly kind: 'choose claim';
      readonly draft: Draft;
      readonly why: 'several' | 'unknown' | 'none named';
      /** Where there are several: those. */
      readonly found?: readonly Claim[];
    }
  | {
      readonly kind: 'choose workloads';
      readonly draft: Draft;
      readonly claim: Claim;
      readonly why: 'of another claim' | 'none chosen';
      /** Keys. */
      readonly chosen: readonly string[];
    };

export interface PoeServiceOptions {
  readonly claims: ClaimService;
  readonly drafts: Drafts;
  readonly newId: () => string;
  /** Real time, for expiry. */
  readonly realTime: () => Date;
}

export class PoeService {
  readonly #options: PoeServiceOptions;

  constructor(options: PoeServiceOptions) {
    this.#options = options;
  }

  /** Opens a draft for received files and proposes a claim from what was written and the files' names. */
  async propose(person: Person, files: readonly DraftFile[], words: string): Promise<Draft> {
    const { drafts, newId, realTime } = this.#options;
    const hash = createHash('sha256').update(JSON.stringify([person.userId, files.map(({ sha256 }) => sha256).sort()]));
    return drafts.open({
      _id: newId(),
      tenantId: person.tenantId,
      userId: person.userId,
      files,
      state: 'open',
      openKey: hash.digest('hex'),
      expireAt: new Date(realTime().getTime() + DRAFT_DAYS * DAY_MS).toISOString(),
      ...(await this.#match(person, [words, ...files.map(({ name }) => name)])),
    });
  }

  async #match(person: Person, said: readonly string[]): Promise<Pick<Draft, 'candidates' | 'proposal'>> {
    const { claims } = this.#options;
    const byId = (await claims.findVisible(person, possibleClaimIds(said))).sort(
      (a, b) => b.claimId.length - a.claimId.length,
    );
    const byCustomer = bestByCustomer(await claims.searchVisible(person, tellingWords(said), 50), said);
    const last = person.lastClaim === undefined ? [] : await claims.visibleIds(person, [person.lastClaim]);
    const mine = await this.#openClaims(person, 'mine');
    // A lead may own nothing and file for all.
    const open = mine.length > 0 ? mine : await this.#openClaims(person, 'all');
    const all = [...byId, ...byCustomer.matches, ...last, ...open].map(({ _id }) => _id);
    const reasons = [
      ['claim id', byId[0]],
      ['customer', byCustomer.best],
      ['opened last', last[0]],
      ['only', open.length === 1 ? open[0] : undefined],
    ] as const;
    const proposals = reasons.flatMap(([reason, claim]) => (claim === undefined ? [] : [{ claim: claim._id, reason }]));
    return { candidates: [...new Set(all)].slice(0, MOST_CANDIDATES), ...(proposals[0] && { proposal: proposals[0] }) };
  }

  async #openClaims(person: Person, owner: 'mine' | 'all'): Promise<readonly Claim[]> {
    return (await this.#options.claims.openClaims(person, { owner, page: 0, pageSize: MOST_CANDIDATES })).rows;
  }

  /** The person's own draft. @throws UserError when it is another's, NotFoundError when it is gone */
  async draft(person: Person, id: string): Promise<Draft> {
    const draft = await this.#options.drafts.get(person.tenantId, id);
    if (draft === undefined) throw new NotFoundError(poeTexts.gone);
    if (draft.userId !== person.userId) throw new UserError(poeTexts.notYours);
    return this.#settled(draft);
  }

  /** A decision that a crash left behind: carried out if the association says so, else the draft is open again. */
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
    const candidates = await claims.visibleIds(person, draft.candidates);
    return candidates.length > 0 || (await claims.seesAny(person)) ? candidates : undefined;
  }

  /** The claim that a draft is proposed for. */
  async proposed(person: Person, { proposal }: Draft): Promise<Claim | undefined> {
    return proposal && (await this.#options.claims.visibleIds(person, [proposal.claim]))[0];
  }

  /**
   * Files a draft as it is asked for, or says what is left to choose. A draft that was decided on before is finished as it was decided.
   * @param at campaign clock
   * @throws UserError, NotFoundError, ForbiddenError; then nothing was filed
   */
  async request(person: Person, asked: FilingRequest, at: Date): Promise<FilingOutcome> {
    const draft = await this.draft(person, asked.draft);
    if (draft.state === 'discarded') throw new UserError(poeTexts.gone);
    if (draft.decision !== undefined) return this.#finish(person, draft, draft.decision, at);
    const found = await this.#meant(person, asked);
    const [claim, another] = found;
    if (another !== undefined) return { kind: 'choose claim', draft, why: 'several', found };
    if (claim === undefined) return { kind: 'choose claim', draft, why: asked.claimText ? 'unknown' : 'none named' };
    const chosen = pickWorkloads(claim, asked.workloads).map(({ key }) => key);
    // The workloads that they saw were those of another claim: this one's come first, before anything is filed.
    if (asked.shown !== claim._id) return { kind: 'choose workloads', draft, claim, why: 'of another claim', chosen };
    if (chosen.length === 0) return { kind: 'choose workloads', draft, claim, why: 'none chosen', chosen };
    return this.#finish(person, draft, { claim: claim._id, workloads: chosen }, at);
  }

  /** The claim that was meant: by the ID or the customer that was written, else the one chosen. */
  async #meant(person: Person, { claim, claimText }: FilingRequest): Promise<readonly Claim[]> {
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
  ): Promise<Filed> {
    const before = await this.#options.claims.open(person, claim);
    const filing = await this.file(person, draft, claim, workloads, at);
    return { ...filing, draft, workloads, already: alreadyFiled(draft, before, workloads) };
  }

  /**
   * "File POE": all files for all chosen workloads, in one write under the draft's id. The first press decides the claim;
   * whoever finds that decision, also after a crash, finishes it and changes nothing twice.
   * @throws UserError, NotFoundError, ForbiddenError; then nothing was filed
   */
  async file(
    person: Person,
    draft: Draft,
    claim: string,
    workloads: readonly string[],
    at: Date,
  ): Promise<Pick<Filed, 'kind' | 'claim'>> {
    const { drafts } = this.#options;
    const decidedAt = this.#options.realTime().toISOString();
    const decided = await drafts.decide(draft, { claim, workloads, at: at.toISOString(), decidedAt });
    if (decided?.decision === undefined) throw new UserError(poeTexts.gone);
    try {
      const filing = await this.#carryOut(person, decided, decided.decision);
      await (filing.kind === 'already there' ? drafts.reopen(decided) : drafts.close(decided, 'filed'));
      return filing;
    } catch (error) {
      if (error instanceof UserError) await drafts.reopen(decided);
      throw error;
    }
  }

  async #carryOut(person: Person, draft: Draft, decision: FilingDecision): Promise<Pick<Filed, 'kind' | 'claim'>> {
    const records: PoeRecord[] = draft.files.map(({ sha256, name, size }) => ({
      draft: draft._id,
      sha256,
      fileName: name,
      size,
      filedAt: decision.at,
      filedBy: { userId: person.userId, name: person.name },
    }));
    const outcome = await this.#options.claims.filePoe(person, decision.claim, decision.workloads, records, draft._id);
    if (outcome.kind === 'gone') throw new NotFoundError(poeTexts.gone);
    const kinds = { changed: 'filed', repeated: 'repeated', unchanged: 'already there' } as const;
    return { kind: kinds[outcome.kind], claim: outcome.claim };
  }

  /** Throws a draft away; one that was decided on before is finished as it was decided. @throws as `request` */
  async discard(person: Person, id: string, at: Date): Promise<Filed | undefined> {
    const draft = await this.draft(person, id);
    if (draft.decision !== undefined) return this.#finish(person, draft, draft.decision, at);
    await this.#options.drafts.close(draft, 'discarded');
    return undefined;
  }

  /** The files of the person's own open draft. @throws UserError where it is not open */
  async openFiles(person: Person, id: string): Promise<readonly DraftFile[]> {
    const draft = await this.draft(person, id);
    if (draft.state !== 'open') throw new UserError(poeTexts.gone);
    return draft.files;
  }
}

function alreadyFiled(draft: Draft, before: Claim, workloads: readonly string[]): AlreadyFiled[] {
  return pickWorkloads(before, workloads).flatMap(({ name, poe }) =>
    draft.files.flatMap((file) => {
      const there = poe.find(({ sha256, draft: filedFrom }) => sha256 === file.sha256 && filedFrom !== draft._id);
      return there ? [{ fileName: file.name, workload: name, filedAt: there.filedAt }] : [];
    }),
  );
}
