/** A hit as a line of the list and as the card to insert into the message. Pure. */

import { linkTo, type TabLink } from '../cards/tab-link.ts';
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

export function foundItem(hit: SearchHit, locale: string): FoundItem {
  return hit.kind === 'claim' ? claimItem(hit.claim, locale) : ticketItem(hit.ticket, locale);
}

function claimItem(claim: Claim, locale: string): FoundItem {
  const id = shorten(claim.claimId, SPACE.id);
  const state = claimState(claim, locale);
  return {
    title: lineOf(locale, id, claim.customerName),
    line: searchTexts(locale).line(searchTexts(locale).kinds.claim, state),
    card: found(
      { title: searchTexts(locale).claim(id), state, url: PARTNER_CENTER, open: searchTexts(locale).openClaims },
      linkTo(`claim/${claim._id}`, locale),
    ),
  };
}

function ticketItem(ticket: Ticket, locale: string): FoundItem {
  const name = ticketName(ticket);
  const state = ticketTexts(locale).states[ticket.state];
  const [first] = ticket.claims;
  return {
    title: lineOf(locale, name, first?.claimId ?? '', first?.customer ?? ''),
    line: searchTexts(locale).line(searchTexts(locale).kinds.ticket, state, ticketTexts(locale).issues[ticket.issue]),
    card: found(
      { title: searchTexts(locale).ticket(name), state, url: SUPPORT_URL, open: searchTexts(locale).openSupport },
      linkTo(`ticket/${name}`, locale),
    ),
  };
}

function lineOf(locale: string, id: string, ...names: readonly string[]): string {
  return searchTexts(locale).line(
    id,
    ...names.filter((name) => name !== '').map((name) => shorten(name, SPACE.customer)),
  );
}

function claimState(claim: Claim, locale: string): string {
  if (claim.rank === RANK.toCollect) return claimTexts(locale).states['to collect'];
  if (claim.rank === RANK.toUpload) return claimTexts(locale).states['to upload'];
  if (claim.rank === RANK.doesNotCount) return searchTexts(locale).claimStates['does not count'];
  return isDisengagedClaim(claim) ? claimTexts(locale).states['not engaged'] : searchTexts(locale).claimStates.done;
}

/** @param inTab shows it to whoever may see it, wherever the card goes */
function found(view: FoundView, inTab: TabLink): FoundItem['card'] {
  return { template: 'found', data: view, inTab };
}
