/** What the cards of this feature are filled with. All strings are ready to show; ids and keys go back with the buttons. */
import type { Choice } from '../cards/choice.ts';

/** The filter that a list was drawn with; it travels with its buttons. Empty string: not set. */
export interface FilterView {
  readonly program: string;
  readonly workload: string;
  readonly owner: 'mine' | 'none' | 'all';
  readonly text: string;
}

/** `adaptive-cards/needs-poe.json` */
export interface NeedsPoeView {
  /** "12 claims to collect POE for" */
  readonly title: string;
  /** "14 days left, until June 30, 2020" */
  readonly deadline: string;
  /** "3 more are filed here and not yet confirmed in Partner Center"; empty when none. */
  readonly toUpload: string;
  /** Said instead of rows when there are none, else empty. */
  readonly empty: string;
  readonly filter: FilterView;
  /** The filter and the page, packed, for the cards opened from here. */
  readonly list: string;
  /** "Mine, OSA Sell, “Contoso”"; empty when nothing is filtered. */
  readonly filterSummary: string;
  readonly programs: readonly Choice[];
  readonly workloads: readonly Choice[];
  readonly owners: readonly Choice[];
  /** At most 8. */
  readonly rows: readonly {
    readonly claim: string;
    readonly customer: string;
    readonly claimId: string;
    readonly program: string;
    /** Open workloads: "Exchange Online, Teams and 2 more" */
    readonly workloads: string;
    readonly owner: string;
    /** "To collect", "To upload" or "POE filed, signature unclear" */
    readonly state: string;
    readonly toCollect: boolean;
  }[];
  /** "1–8 of 42"; empty when all fit. */
  readonly pageLabel: string;
  readonly page: number;
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
}

/** `adaptive-cards/claim.json` */
export interface ClaimView {
  readonly claim: string;
  /** One-time key of this drawing of the card. */
  readonly once: string;
  readonly customer: string;
  /** "Claim CLM-0001 · OSU Microsoft 365 · Approved" */
  readonly subtitle: string;
  readonly facts: readonly { readonly title: string; readonly value: string }[];
  /** A remark above the workloads: needs nothing, not migrated, deadline passed, offered for disassociation …; or empty. */
  readonly remark: string;
  /** At most 5. */
  readonly workloads: readonly {
    readonly key: string;
    readonly name: string;
    /** "To collect", "To upload", "Confirmed", "Not engaged" */
    readonly state: string;
    readonly color: 'attention' | 'accent' | 'good' | 'default';
    /** The one that was filed last, or none; `line`: "sow.pdf, filed by Adele Vance on June 16, 2020". */
    readonly documents: readonly { readonly sha256: string; readonly name: string; readonly line: string }[];
    /** What it lacks; "No POE here", "3 more under “Documents”", or both. */
    readonly notes: readonly string[];
    readonly canConfirm: boolean;
    /** "Confirmed in Partner Center" or "Was already there" */
    readonly confirmTitle: string;
    readonly canUnconfirm: boolean;
    readonly canDisengage: boolean;
    readonly canEngage: boolean;
    /** Its buttons stand open: it waits for the last step, or the claim is short. Else they unfold by "Change". */
    readonly open: boolean;
  }[];
  /** There are documents, or something was done with it: another card says what. */
  readonly hasRecord: boolean;
  /** "Workloads 1–5 of 9"; empty when all fit. */
  readonly workloadPageLabel: string;
  readonly workloadPage: number;
  readonly hasPreviousWorkloads: boolean;
  readonly hasNextWorkloads: boolean;
  readonly canUpload: boolean;
  readonly canTake: boolean;
  readonly partnerCenterUrl: string;
  /** The list that it was opened from, packed; empty when there is none. */
  readonly list: string;
  /** The same list for the button back to it. */
  readonly filter: FilterView;
  readonly page: number;
  readonly hasList: boolean;
  /** For leads. */
  readonly canRemove: boolean;
  readonly canBringBack: boolean;
}

/** `adaptive-cards/claim-remove.json`: why a claim is to be removed. */
export interface ClaimRemoveView {
  readonly claim: string;
  /** One-time key of this drawing of the card. */
  readonly once: string;
  readonly customer: string;
  /** As on the claim's own card. */
  readonly subtitle: string;
  /** What is to be put right before it can be removed; or empty. */
  readonly problem: string;
}

/** `adaptive-cards/removed-claims.json` */
export interface RemovedClaimsView {
  /** "3 claims have been removed" */
  readonly title: string;
  readonly detail: string;
  /** At most 8. */
  readonly rows: readonly {
    readonly claim: string;
    readonly customer: string;
    readonly claimId: string;
    /** "Removed by Isaiah Langer on June 16, 2020: sold to a competitor" */
    readonly removed: string;
  }[];
  /** "1–8 of 42"; empty when all fit. */
  readonly pageLabel: string;
  readonly page: number;
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
}

/** `adaptive-cards/import-preview.json` */
export interface ImportPreviewView {
  readonly job: string;
  readonly fileName: string;
  /** "4,012 rows, 3,998 claims" */
  readonly size: string;
  /** New, Changed, Same, Bad rows, Not in this file; values formatted. */
  readonly counts: readonly { readonly title: string; readonly value: string }[];
  /** How it was read: two customers' names, its sheets. */
  readonly notes: readonly string[];
  /** Encodings to choose from; none where all would be the same. */
  readonly encodings: readonly Choice[];
  readonly encoding: string;
  /** "12 rows are hidden in Excel (lines 5, 6, 9, …)."; or empty. */
  readonly hiddenRows: string;
  readonly hiddenChoices: readonly Choice[];
  readonly hiddenChoice: string;
  /** Whether anything on it can be chosen. */
  readonly canPreviewAgain: boolean;
  /** "Line 17: no claim ID"; at most 10. */
  readonly badRows: readonly string[];
  /** "and 12 more"; or empty. */
  readonly moreBadRows: string;
  /** Columns not recognised, at most 8 with a choice; `id` is the input's (`column0` …), `value` the present choice. */
  readonly columns: readonly {
    readonly id: string;
    readonly header: string;
    readonly example: string;
    readonly value: string;
  }[];
  /** "Columns 1–8 of 13"; empty when all fit. */
  readonly columnPageLabel: string;
  readonly columnPage: number;
  /** The page after this one, the first after the last. */
  readonly nextColumnPage: number;
  /** What a column can be mapped to; the first is "Leave out" with an empty value. */
  readonly fields: readonly Choice[];
  /** A sentence when "Import" is not possible yet (no claim ID column, nothing new or changed); or empty. */
  readonly hint: string;
  readonly canImport: boolean;
  readonly canFileAsPoe: boolean;
}

/** `adaptive-cards/import-state.json`: reading, importing, done, cancelled or stopped; being undone, or undone. */
export interface ImportStateView {
  readonly job: string;
  readonly title: string;
  readonly detail: string;
  /** "████░░░░ 45 %"; or empty. */
  readonly progress: string;
  readonly counts: readonly { readonly title: string; readonly value: string }[];
  readonly canShowList: boolean;
  readonly canUndo: boolean;
  /** Claims of which something stays after an undo: "CLM-7: POE was filed"; at most 10. */
  readonly stays: readonly string[];
  /** "and 12 more"; or empty. */
  readonly moreStays: string;
  readonly canShowImports: boolean;
}

/** `adaptive-cards/imports.json` */
export interface ImportsView {
  /** "12 imports" */
  readonly title: string;
  readonly detail: string;
  /** At most 5. */
  readonly rows: readonly {
    readonly job: string;
    readonly file: string;
    /** "Isaiah Langer · Jun 16, 2020, 4:00 PM" */
    readonly who: string;
    /** "3,120 new, 412 changed, 466 same" */
    readonly counts: string;
    /** "Undone", "Under way" …; empty for one that is through. */
    readonly state: string;
    readonly canUndo: boolean;
  }[];
  /** "1–5 of 20"; empty when all fit. */
  readonly pageLabel: string;
  readonly page: number;
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
}
