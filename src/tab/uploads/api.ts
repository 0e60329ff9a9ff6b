/** What the page and the server say to each other of files that are dropped. Types alone, as in `../api.ts`. */

/** What one request may have. Both sides have these very numbers, by this type. */
export interface UploadLimits {
  /** That a file is for. */
  readonly claims: 20;
  /** That are put together. */
  readonly uploads: 100;
}

/** A claim that an upload may be for. */
export interface UploadClaimBody {
  /** Of the record. */
  readonly id: string;
  readonly claimId: string;
  readonly customer: string;
  readonly program: string;
}

/** Files that were dropped, and are not yet filed. */
export interface UploadBody {
  readonly id: string;
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
  /** That it is proposed for. */
  readonly claim?: UploadClaimBody;
  /** A sentence: why that one. */
  readonly reason?: string;
  /** No other comes into question. */
  readonly sure: boolean;
}

/** A file that the virus scanner has not seen yet. */
export interface HeldBody {
  readonly id: string;
  readonly name: string;
  /** "T-1001": the ticket that it is for. */
  readonly ticket?: string;
  /** A sentence: why it was refused since. Absent: it waits. */
  readonly refused?: string;
}

/** `GET /tab/api/uploads`: of the person who asks, the oldest first. */
export interface UploadsBody {
  readonly uploads: readonly UploadBody[];
  readonly held: readonly HeldBody[];
  /** Of a file. */
  readonly maxBytes: number;
}

/** `POST /tab/api/uploads?name=…&claim=…`, the bytes of one file. `claim`: a record that it was dropped on (`UploadLimits`); absent: on none. */
export interface TakenBody {
  /** One, or one for each of these claims. None: the file waits for the virus scanner. */
  readonly uploads: readonly string[];
  /** In their stead, of a lead's export: the import that it has become. */
  readonly import?: string;
}

/** `POST /tab/api/uploads/tickets/:name?name=…`, the bytes of one file. */
export interface AttachedBody {
  /** The file waits for the virus scanner, and goes to the ticket by itself then. */
  readonly waits: boolean;
}

/**
 * `GET /tab/api/uploads/:id?claim=…`: what is to be chosen before it is filed, and what its files show for the claim. Its sentences are those
 * of the chat; empty where there is nothing to say.
 */
export interface UploadFormBody {
  readonly candidates: readonly UploadClaimBody[];
  /** The record whose workloads these are: the one that was asked for, else the proposed one. */
  readonly claim?: string;
  readonly workloads: readonly { readonly key: string; readonly name: string; readonly selected: boolean }[];
  readonly reason: string;
  readonly stands: string;
  readonly lacks: readonly string[];
  readonly unread: string;
  readonly others: string;
  /** A word of why is asked for: something lacks. It may be left out. */
  readonly askWhy: boolean;
}

/** `POST /tab/api/uploads/:id/file`. The upload is its one-time key. */
export interface FilingBody {
  readonly claim: string;
  /** Keys. */
  readonly workloads: readonly string[];
  readonly why?: string;
}

/** Its answer. */
export interface FiledBody {
  readonly filed: boolean;
  /** A sentence. */
  readonly text: string;
  /** Where it lies now. */
  readonly claim?: string;
}

/** `POST /tab/api/uploads/file-sure`, of these uploads. */
export interface FiledSureBody {
  readonly filings: readonly { readonly upload: string; readonly filed: boolean; readonly text: string }[];
}
