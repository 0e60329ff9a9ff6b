/** Claims as replies: the card of one, and the list of the open ones. Other features answer with them, too. */
import type { Campaigns } from '../campaign/campaign.ts';
import { shorten } from '../format/shorten.ts';
import type { Reply, Turn } from '../turn.ts';
import type { ListFilter } from '../verbs/claims.ts';
import type { Claim } from './claim.ts';
import { type ClaimCardOptions, claimCard } from './claim-card.ts';
import { LIST_PAGE_SIZE, needsPoeCard } from './list-card.ts';
import type { ClaimRemovals } from './removals.ts';
import type { ClaimService } from './service.ts';
import type { FilterView } from './views.ts';

export type ClaimReplyOptions = Partial<Pick<ClaimCardOptions, 'list' | 'workloadPage' | 'remark'>>;

export interface ClaimReplies {
  /** The claim's card, with a remark at its top where another feature has one. */
  card(turn: Turn, claim: Claim, options?: ClaimReplyOptions): Promise<Reply>;
  /** The card of a claim that is opened. @throws NotFoundError when it is not there or not theirs to see */
  open(turn: Turn, id: string, options?: ClaimReplyOptions): Promise<Reply>;
  /** The open claims within the person's rights. */
  list(turn: Turn, query: Partial<ListFilter>): Promise<Reply>;
}

export function claimReplies(
  service: ClaimService,
  removals: ClaimRemovals,
  campaigns: Campaigns,
  newKey: () => string,
): ClaimReplies {
  async function card(turn: Turn, claim: Claim, options: ClaimReplyOptions = {}): Promise<Reply> {
    const access = await service.access(turn.person);
    const names = await service.namesOfOthers(turn.person, access, [claim]);
    const { list, workloadPage, remark } = options;
    return { card: claimCard(claim, access, turn, { names, idempotencyKey: newKey(), list, workloadPage, remark }) };
  }

  return {
    card,
    open: async (turn, id, options) =>
      card(turn, (await removals.byId(turn.person, id)) ?? (await service.open(turn.person, id)), options),
    async list(turn, query) {
      const filter = filterView(query, query.owner ?? service.defaultOwner(turn.person));
      const [claims, choices] = await Promise.all([
        service.openClaims(turn.person, { ...filter, page: query.page ?? 0, pageSize: LIST_PAGE_SIZE }),
        service.facets.of(turn.tenantId),
      ]);
      return { card: needsPoeCard(claims, filter, choices, campaigns, turn) };
    },
  };
}

/** It travels with the buttons of a list, so it has to be short (bytes of JSON). */
const TEXT_BYTES = 60;

function filterView(query: Partial<ListFilter>, owner: FilterView['owner']): FilterView {
  const text = shorten((query.text ?? '').trim(), TEXT_BYTES, '');
  return { program: query.program ?? '', workload: query.workload ?? '', owner, text };
}
