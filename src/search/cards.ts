/** A hit as a line of the list and as the card to insert into the message. Pure. */
import { type Claim, RANK } from '../claims/claim.ts';
import { PARTNER_CENTER } from '../claims/claim-card.ts';
import { isDisengagedClaim } from '../claims/rules.ts';
import { claimTexts } from '../claims/texts.ts';
import { shorten } from '../format/shorten.ts';
import { SUPPORT_URL } from '../tickets/hand-over.ts';
import { ticketTexts } from '../tickets/texts.ts';
import { type Ticket, ticketName } from '../tickets/ticket.ts';
import type { SearchHit } from './best-first.ts';
import { searchTexts } from './texts.ts';
import type { FoundItem, FoundView } from './views.ts';

/** Bytes of JSON. An ID of ASCII characters is shown whole, as long as an export may have it. */
const SPACE = { id: 200, customer: 120 } as const;

export function foundItem(hit: SearchHit): FoundItem {
  return hit.kind === 'claim' ? claimItem(hit.claim) : ticketItem(hit.ticket);
}

function claimItem(claim: Claim): FoundItem {
  const id = shorten(claim.claimId, SPACE.id);
  const state = claimState(claim);
  return {
    title: lineOf(id, claim.customerName),
    line: searchTexts.line(searchTexts.kinds.claim, state),
    card: found({ title: searchTexts.claim(id), state, url: PARTNER_CENTER, open: searchTexts.openClaims }),
  };
}

function ticketItem(ticket: Ticket): FoundItem {
  const name = ticketName(ticket);
  const state = ticketTexts.states[ticket.state];
  const [first] = ticket.claims;
  return {
    title: lineOf(name, first?.claimId ?? '', first?.customer ?? ''),
    line: searchTexts.line(searchTexts.kinds.ticket, state, ticketTexts.issues[ticket.issue]),
    card: found({ title: searchTexts.ticket(name), state, url: SUPPORT_URL, open: searchTexts.openSupport }),
  };
}

function lineOf(id: string, ...names: readonly string[]): string {
  return searchTexts.line(id, ...names.filter((name) => name !== '').map((name) => shorten(name, SPACE.customer)));
}

function claimState(claim: Claim): string {
  if (claim.rank === RANK.toCollect) return claimTexts.states['to collect'];
  if (claim.rank === RANK.toUpload) return claimTexts.states['to upload'];
  if (claim.rank === RANK.doesNotCount) return searchTexts.claimStates['does not count'];
  return isDisengagedClaim(claim) ? claimTexts.states['not engaged'] : searchTexts.claimStates.done;
}

function found(view: FoundView): FoundItem['card'] {
  return { template: 'found', data: view };
}
