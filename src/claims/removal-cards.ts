/** Cards on removing claims: why, and the list of those that were removed. Pure. */
import { instantText } from '../format/day.ts';
import { pageLabel } from '../format/page-label.ts';
import { shorten } from '../format/shorten.ts';
import { hasNextPage } from '../paging.ts';
import type { Card, Reader } from '../turn.ts';
import { customerOf, SPACE, subtitleOf } from './card-parts.ts';
import type { Claim } from './claim.ts';
import { REASON_LIMIT } from './reasons.ts';
import type { RemovedClaims } from './removals.ts';
import { claimCardWords, claimTexts } from './texts.ts';
import type { ClaimRemoveView, RemovedClaimsView } from './views.ts';

export const REMOVED_PAGE_SIZE = 8;

/** @param idempotencyKey one-time key of this drawing of the card */
export function claimRemoveCard(claim: Claim, idempotencyKey: string, locale: string, problem = ''): Card {
  const view: ClaimRemoveView = {
    claim: claim._id,
    once: idempotencyKey,
    customer: shorten(customerOf(claim), SPACE.title),
    subtitle: subtitleOf(claim, locale),
    problem,
  };
  return { template: 'claim-remove', words: claimCardWords(locale)['claim-remove'], data: view };
}

export function removedClaimsCard({ rows, page, total }: RemovedClaims, reader: Reader): Card {
  const view: RemovedClaimsView = {
    title: claimTexts(reader.locale).removedTitle(total, reader.locale),
    detail: total === 0 ? '' : claimTexts(reader.locale).removedDetail,
    rows: rows.map((claim) => ({
      claim: claim._id,
      customer: shorten(customerOf(claim), SPACE.text),
      claimId: shorten(claim.claimId, SPACE.text),
      removed: removalText(claim, reader),
    })),
    pageLabel: pageLabel({ page, pageSize: REMOVED_PAGE_SIZE, shown: rows.length, total }, reader.locale),
    page,
    hasPrevious: page > 0,
    hasNext: hasNextPage(page, total, REMOVED_PAGE_SIZE),
  };
  return { template: 'removed-claims', words: claimCardWords(reader.locale)['removed-claims'], data: view };
}

/** "Removed by Isaiah Langer on June 16, 2020: sold to a competitor"; empty for a claim that was not removed. */
export function removalText({ removed }: Claim, { locale, timeZone }: Reader): string {
  if (removed === undefined) return '';
  const day = instantText(removed.at, locale, timeZone);
  return claimTexts(locale).removed(
    shorten(removed.by.name, SPACE.part),
    day,
    shorten(removed.reason, REASON_LIMIT.bytes),
  );
}
