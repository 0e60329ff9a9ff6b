/**
 * A lease in two fields of a document: its holder, and until when. A holder who has not given it back by then was killed. These are
 * parts of filters and updates, since the write that takes or releases a lease also records what it is for. Times are real, ISO.
 */
import type { Filter } from './port.ts';

export interface Lease {
  /** Nobody holds it, or it has expired. It has an `$or` in it, and a filter takes one only. */
  free(now: string): Filter;
  /** It has expired: from its end on. */
  over(now: string): Filter;
  /** Still this holder's, also after its end if nobody has taken it since. Undefined: nobody's. */
  heldBy(holder: string | undefined): Filter;
  /** For `$set`: takes or renews it. */
  taken(holder: string, until: string): Record<string, string>;
  /** For `$unset`: gives it back. */
  readonly released: Record<string, true>;
}

/** @param fields their paths in the document */
export function leaseIn({ holder, until }: { readonly holder: string; readonly until: string }): Lease {
  const over = (now: string): Filter => ({ [until]: { $lte: now } });
  return {
    free: (now) => ({ $or: [{ [holder]: { $exists: false } }, over(now)] }),
    over,
    heldBy: (name) => ({ [holder]: name ?? { $exists: false } }),
    taken: (name, end) => ({ [holder]: name, [until]: end }),
    released: { [holder]: true, [until]: true },
  };
}
