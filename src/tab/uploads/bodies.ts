/** Uploads as the page gets them: their sentences are those of the cards. Pure. */
import type { Claim } from '../../claims/claim.ts';
import { type Examination, proposedWorkloads } from '../../poe/advice.ts';
import { adviceView, othersText } from '../../poe/cards.ts';
import { type Draft, isSure } from '../../poe/drafts.ts';
import { proposalText } from '../../poe/filing-reply.ts';
import type { QuarantinedFile } from '../../poe/quarantine.ts';
import type { Problem } from '../../problems/index.ts';
import { ticketName } from '../../tickets/ticket.ts';
import type { HeldBody, UploadBody, UploadClaimBody, UploadFormBody } from './api.ts';

/** @param claim that it is proposed for */
export function uploadBody(draft: Draft, claim: Claim | undefined, locale: string): UploadBody {
  const { _id: id, files } = draft;
  const sure = isSure(draft);
  return {
    id,
    files: files.map(({ name, size }) => ({ name, bytes: size })),
    ...(claim && { claim: claimOf(claim), reason: proposalText(draft, locale) }),
    sure: sure && claim !== undefined,
  };
}

export function heldBody(
  { _id: id, file, ticket, outcome }: QuarantinedFile,
  say: (problem: Problem) => string,
): HeldBody {
  const refused = outcome !== undefined && 'problem' in outcome ? say(outcome.problem) : undefined;
  const name = ticket === undefined ? undefined : ticketName({ number: ticket });
  return {
    id,
    name: file.name,
    ...(name !== undefined && { ticket: name }),
    ...(refused !== undefined && { refused }),
  };
}

export interface UploadFormParts {
  /** Whose workloads are chosen among. */
  readonly claim: Claim | undefined;
  readonly examined: Examination | undefined;
  readonly candidates: readonly Claim[];
  /** Claims that its file names besides. */
  readonly others: readonly Claim[];
  readonly locale: string;
}

export function uploadFormBody(draft: Draft, parts: UploadFormParts): UploadFormBody {
  const { claim, examined, candidates, others, locale } = parts;
  const selected = proposedWorkloads(claim, examined);
  const choices = claim && !candidates.some(({ _id }) => _id === claim._id) ? [claim, ...candidates] : candidates;
  return {
    candidates: choices.map(claimOf),
    ...(claim && { claim: claim._id }),
    workloads: (claim?.workloads ?? []).map(({ key, name }) => ({ key, name, selected: selected.includes(key) })),
    reason: claim !== undefined && draft.proposal?.claim === claim._id ? proposalText(draft, locale) : '',
    ...adviceView(claim, selected, examined, locale),
    others: othersText(others, locale),
  };
}

function claimOf({ _id: id, claimId, customerName: customer, program }: Claim): UploadClaimBody {
  return { id, claimId, customer, program };
}
