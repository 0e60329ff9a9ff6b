/** The record of a claim, which Partner Center calls a customer association (docs/domain.md, "Fields of an association"). Pure. */

/** What a document is checked for, as reviewers do (docs/domain.md, “What a POE should show”). */
export type PoeAspect = 'partner' | 'customer' | 'tenantOrDomain' | 'workload' | 'signature' | 'date' | 'activities';

/** `unclear`: it may be there, and could not be made out for sure. */
export interface PoeLack {
  readonly what: PoeAspect;
  readonly state: 'missing' | 'unclear';
}

/** What the documents of one filing showed, for one workload. */
export interface PoeCheck {
  readonly lacks: readonly PoeLack[];
  /** Why it was filed all the same, in the words of whoever filed it. */
  readonly why?: string;
}

/** One document that shows ongoing work, filed here for one workload. Newer ones are added, older kept, also those that were withdrawn. */
export interface PoeRecord {
  /** The draft it was filed from: the one-time key of "File POE". */
  readonly draft: string;
  readonly sha256: string;
  readonly fileName: string;
  /** Bytes. */
  readonly size: number;
  /** ISO, by the campaign clock. */
  readonly filedAt: string;
  readonly filedBy: { readonly userId: string; readonly name: string };
  /** Together with the files that were filed with it. Absent: they could not be read. */
  readonly check?: PoeCheck;
  /** It counts no more. */
  readonly withdrawn?: Removal;
}

export interface Workload {
  /** Normalised name; unique within the claim. */
  readonly key: string;
  /** As given in the export. */
  readonly name: string;
  /** Where a claim is for one subscription (OSU Business Applications). */
  readonly subscriptionId?: string;
  /** It stands for the whole claim, since the export named no workload. */
  readonly placeholder?: true;
  readonly poe: readonly PoeRecord[];
  /** Set when a person confirmed that Partner Center has its POE, with or without a file here. */
  readonly confirmed?: { readonly at: string; readonly by: string };
  /** Set when a person said that they no longer work with the customer on it. */
  readonly notEngaged?: { readonly at: string; readonly by: string };
}

/** What is left to do for one workload. */
export type WorkloadState = 'to collect' | 'to upload' | 'done' | 'not engaged';

export interface ClaimOwner {
  /** `upn:…` or `name:…`, normalised; a person owns the claims that carry one of their keys. */
  readonly key: string;
  /** As given in the export or by the person. */
  readonly label: string;
}

/** The fields that an export can set. */
export interface ClaimFields {
  /** Opaque, exactly as given. */
  readonly claimId: string;
  /** The claim's own name; a migrated one holds `FRP Migrated FRP`. */
  readonly name: string;
  readonly customerName: string;
  readonly customerDomain?: string;
  readonly customerTenantId?: string;
  /** One of the three programs where it was recognised, else as given. */
  readonly program: string;
  /** As given; `Approved` counts. */
  readonly status: string;
  readonly mpnId?: string;
  readonly owner?: ClaimOwner;
}

/** The notice of a claim that none is about. */
export const NO_NOTICE = '';

/** Sorts the most urgent first: something to collect, something to upload, nothing left, outside all campaigns; then what a lead removed. */
export const RANK = { toCollect: 0, toUpload: 1, nothingLeft: 2, doesNotCount: 3, removed: 4 } as const;
export type Rank = (typeof RANK)[keyof typeof RANK];

/** The stored fields that are derived from the others, for finding and sorting. Written in the same update as their sources. */
export interface Derived {
  readonly customerKey: string;
  readonly searchKey: string;
  /** The name of the notice that is about it, in whose campaign it counts; else `NO_NOTICE`. */
  readonly notice: string;
  readonly rank: Rank;
  readonly toCollect: number;
  readonly toUpload: number;
  /** Of these, those whose newest POE does not show all that it should. Claims from before this was checked lack it. */
  readonly lacking?: number;
  /** Keys of the workloads that are to collect or to upload. */
  readonly openWorkloads: readonly string[];
  /** The marks of these, a bar, and those of its other workloads: claims that have the same are counted in one go. Empty for one that was removed. */
  readonly workloadMarks: string;
}

/** Who removed a claim or withdrew a document, when (ISO, by the campaign clock) and why. */
export interface Removal {
  readonly at: string;
  readonly by: { readonly userId: string; readonly name: string };
  readonly reason: string;
}

/**
 * What somebody did with a claim, as far as nothing else in its record says so: who filed and withdrew which document stands with its POE.
 */
export interface ClaimEvent {
  readonly kind: 'confirm' | 'unconfirm' | 'not-engaged' | 'engaged' | 'take' | 'assign' | 'remove' | 'bring-back';
  /** ISO, by the campaign clock. */
  readonly at: string;
  readonly by: { readonly userId: string; readonly name: string };
  /** A mark: the name of its workload. An assignment: of the new owner. A removal: why. */
  readonly what?: string;
}

/** What an export says of a workload. */
export type NamedWorkload = Pick<Workload, 'key' | 'name' | 'subscriptionId' | 'placeholder'>;

/** What one import changed of a claim, kept so that it can be undone. */
export interface ImportChange {
  readonly job: string;
  /** The fields of `after`; one that is missing here was not there. */
  readonly before: Partial<ClaimFields>;
  readonly after: Partial<ClaimFields>;
  /** Added (`after` alone), dropped (`before` alone) or named anew. */
  readonly workloads: readonly { readonly before?: NamedWorkload; readonly after?: NamedWorkload }[];
}

/** Why something of an undone import stays. */
export type StayReason = 'poe' | 'mark' | 'owner' | 'worked' | 'removed' | 'ticket' | 'draft' | 'later import';

/** The stored record: what the export says, what people did here, and what is derived from both (`rules.ts`). */
export interface Claim extends ClaimFields, Derived {
  readonly _id: string;
  readonly tenantId: string;
  /** Normalised claim ID; unique in the tenant. */
  readonly claimKey: string;
  readonly workloads: readonly Workload[];
  /** One-time keys of the card actions applied here, the newest last; kept in the document that they changed. */
  readonly appliedKeys: readonly string[];
  /** Counts every change; a change is written only over the version that it was decided on. */
  readonly version: number;
  /** The import that touched it last, and how: a resumed import counts it once. */
  readonly lastImport?: { readonly job: string; readonly outcome: 'new' | 'changed' };
  /** The import that brought it, while that can be undone. */
  readonly addedBy?: string;
  /** What imports changed of it, the oldest first, at most as many as can be undone (`MOST_IMPORTS`). */
  readonly importChanges?: readonly ImportChange[];
  /** The undone import that touched it last, and what came of it: a resumed undo counts it once. */
  readonly lastUndo?: {
    readonly job: string;
    readonly was: 'new' | 'changed';
    readonly outcome: 'restored' | StayReason;
  };
  /** A person has worked on it: filed, marked, took, assigned or removed. */
  readonly worked?: true;
  /** While a lead has removed it: it stays in the store with its POE, and is nowhere listed, counted, reminded of or found. */
  readonly removed?: Removal;
  /** The last events, the newest last. */
  readonly history?: readonly ClaimEvent[];
}

/** What to change of a record. A field that is undefined is taken away. */
export type ClaimPatch = { readonly [K in keyof Claim]?: Claim[K] | undefined };
