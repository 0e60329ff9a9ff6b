/** Uploads between the drop and "File POE": which files, whose, and what became of them. */
import type { PoeCheck } from '../claims/claim.ts';
import type { FileKind } from '../files/kinds.ts';
import { eachDoc } from '../storage/each-doc.ts';
import { insertOrFind } from '../storage/insert-or-find.ts';
import type { Collection, CollectionSpec, Doc, DocStore } from '../storage/port.ts';

export const DRAFTS: CollectionSpec = {
  name: 'poe_drafts',
  // A draft has its `openKey` while it is open: the same files of the same person have one open draft, however often they are delivered.
  indexes: [{ fields: ['openKey'], unique: true }, { fields: ['userId'] }],
  expiresField: 'expireAt',
};

export interface DraftFile {
  readonly sha256: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** By its bytes; `spreadsheet`: an export that is to be POE. */
  readonly kind: FileKind | 'spreadsheet';
}

export interface FilingDecision {
  readonly claim: string;
  readonly workloads: readonly string[];
  /** By the campaign clock, ISO; it goes into the POE record. */
  readonly at: string;
  /** Real time, ISO. */
  readonly decidedAt: string;
  /** What its files showed by then, by the keys of the workloads. */
  readonly checks?: Readonly<Record<string, PoeCheck>>;
}

/** Why a claim is proposed: what stands in the document, in the file's name or the message, or what the person does. */
export type ProposalReason =
  | 'dropped on it'
  | 'claim id in it'
  | 'domain in it'
  | 'customer in it'
  | 'claim id'
  | 'customer'
  | 'opened last'
  | 'only';

export interface Draft extends Doc {
  readonly tenantId: string;
  readonly userId: string;
  readonly files: readonly DraftFile[];
  /** Claims to choose from (`_id`), the best first. */
  readonly candidates: readonly string[];
  readonly proposal?: { readonly claim: string; readonly reason: ProposalReason };
  /** Nothing else than the proposed claim comes into question. */
  readonly sure?: boolean;
  /** It was dropped on the page of the tab, where it is shown; no card in the chat is about it. */
  readonly onPage?: true;
  /** Claims that its file names besides: it is offered for each of them in turn. */
  readonly others?: readonly string[];
  readonly state: 'open' | 'filing' | 'filed' | 'discarded';
  readonly openKey?: string;
  /** What the first "File POE" chose. It is recorded before it is carried out, so that a draft is filed for one claim only. */
  readonly decision?: FilingDecision;
  readonly expireAt: string;
}

/** Whether it can be filed as it is proposed, without a look. */
export function isSure({ state, proposal, sure }: Draft): boolean {
  return state === 'open' && proposal !== undefined && sure === true;
}

/** How long an open draft waits for its person. */
export const DRAFT_DAYS = 30;

export class Drafts {
  readonly #collection: Collection<Draft>;

  constructor(store: DocStore) {
    this.#collection = store.collection<Draft>(DRAFTS);
  }

  get(tenantId: string, id: string): Promise<Draft | undefined> {
    return this.#collection.findOne(tenantId, { _id: id });
  }

  /** A person's open ones that are shown on the page, the oldest first. */
  openOnPage({ tenantId, userId }: Pick<Draft, 'tenantId' | 'userId'>, limit: number): Promise<Draft[]> {
    const filter = { userId, onPage: true, state: 'open' };
    return this.#collection.find(tenantId, filter, { sort: { expireAt: 1 }, limit });
  }

  /** Those of these claims (`_id`) that an open upload is proposed for, or is being filed for. */
  async proposedAmong(tenantId: string, claims: readonly string[]): Promise<string[]> {
    const drafts = await this.#collection.find(tenantId, {
      state: { $in: ['open', 'filing'] },
      $or: [{ 'proposal.claim': { $in: claims } }, { 'decision.claim': { $in: claims } }],
    });
    return drafts.flatMap(({ proposal, decision }) => [proposal?.claim ?? [], decision?.claim ?? []].flat());
  }

  /** The files of drafts that may still be filed. */
  async *filesOf(tenantId: string): AsyncGenerator<string> {
    const open = { state: { $in: ['open', 'filing'] } };
    for await (const { files } of eachDoc(this.#collection, tenantId, open))
      for (const { sha256 } of files) yield sha256;
  }

  /** The tenants that have uploads. */
  tenants(): Promise<string[]> {
    return this.#collection.tenants();
  }

  /** Keeps a new draft, or finds the open one of the same person and files. */
  async open(draft: Draft & { readonly openKey: string }): Promise<Draft> {
    const { tenantId, openKey, files, candidates, proposal, sure = false, others = [], onPage, expireAt } = draft;
    // Names and proposal are those of the latest message. A draft that was filed or discarded meanwhile is not found, so a new one is made.
    const refresh = {
      $set: { files, candidates, expireAt, ...(proposal && { proposal, sure, others }), ...(onPage && { onPage }) },
    };
    const find = () => this.#collection.findOneAndUpdate(tenantId, { openKey }, refresh);
    return (await insertOrFind(this.#collection, tenantId, draft, find)).doc;
  }

  /**
   * Records what an open draft is to be filed for. The first request decides. A later one gets the draft with that decision, and may
   * carry it out, too: the claim takes the files of a draft once.
   */
  async decide(draft: Draft, decision: FilingDecision): Promise<Draft | undefined> {
    const decided = await this.#collection.findOneAndUpdate(
      draft.tenantId,
      { _id: draft._id, state: 'open' },
      { $set: { state: 'filing', decision } },
    );
    return decided ?? this.get(draft.tenantId, draft._id);
  }

  /** The decision could not be carried out: the person may choose again. */
  async reopen(draft: Draft): Promise<void> {
    await this.#collection.updateOne(
      draft.tenantId,
      { _id: draft._id, state: 'filing', 'decision.decidedAt': draft.decision?.decidedAt ?? '' },
      { $set: { state: 'open' }, $unset: { decision: true } },
    );
  }

  async close(draft: Draft, state: 'filed' | 'discarded'): Promise<void> {
    const from = state === 'filed' ? 'filing' : 'open';
    await this.#collection.updateOne(
      draft.tenantId,
      { _id: draft._id, state: from },
      { $set: { state }, $unset: { openKey: true } },
    );
  }
}
