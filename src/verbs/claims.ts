import { z } from 'zod';
import { idField, inputField, pageField, textField } from './fields.ts';

/** Which open claims a list shows. */
const listFilter = {
  page: pageField,
  program: inputField(100),
  workload: inputField(200),
  owner: z.enum(['mine', 'none', 'all']).optional().catch(undefined),
  text: inputField(200),
};

/** One claim's card. `list` is the list that it was opened from, packed (`packList`), for the way back. */
const claim = z.object({ claim: idField, list: inputField(700), workloadPage: pageField });
// Not `key`: React, which some clients draw cards with, takes that property for itself.
const workloadMark = claim.extend({ workload: idField, once: idField });
const namedOwner = z.object({ name: z.string().min(1).max(2_000), person: idField, once: idField });

export const claimVerbs = {
  /** Show or page the list of claims that need POE. */
  'needs-poe': z.object(listFilter),
  'claim.open': claim,
  'claim.not-engaged': workloadMark,
  'claim.engaged': workloadMark,
  'claim.confirm': workloadMark,
  'claim.unconfirm': workloadMark,
  'claim.take': claim.extend({ once: idField }),
  /** For leads: the form for the reason, the removal itself, and its undo. */
  'claim.remove-form': z.object({ claim: idField }),
  'claim.remove': z.object({ claim: idField, once: idField, reason: textField }),
  'claim.bring-back': z.object({ claim: idField, once: idField }),
  /** For leads: the claims that were removed. */
  'removed-claims': z.object({ page: pageField }),
  /** For leads: gives a claim, by its ID, to somebody, by their address. */
  'claim.assign': z.object({ claimId: z.string().min(1).max(1_000), to: z.string().min(1).max(500), once: idField }),
  /** For leads: the owners named by name alone. `name`: its key; `person`: an object id. */
  owners: z.object({}),
  'owner.confirm': namedOwner,
  'owner.withdraw': namedOwner,
} as const;

export type ClaimVerb = keyof typeof claimVerbs;
export type ListFilter = z.infer<(typeof claimVerbs)['needs-poe']>;

/** A list's filter and page as one string, to travel with the buttons of a card opened from it. */
export function packList(list: ListFilter): string {
  return JSON.stringify(list);
}

/** The list that was packed; undefined where there is none or it is not one of ours. */
export function unpackList(packed: string | undefined): ListFilter | undefined {
  if (!packed) return undefined;
  try {
    return claimVerbs['needs-poe'].safeParse(JSON.parse(packed)).data;
  } catch {
    return undefined;
  }
}
