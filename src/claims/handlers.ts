/** What a person says or presses about associations, into use cases and cards. */
import { type Campaign, campaignFacts } from '../campaign/campaign.ts';
import { shorten } from '../format/shorten.ts';
import type { Reply, Turn } from '../turn.ts';
import type { ListFilter, VerbData } from '../verbs.ts';
import { defaultOwner } from './access.ts';
import type { Association } from './claim.ts';
import { type ClaimCardOptions, claimCard } from './claim-card.ts';
import { LIST_PAGE_SIZE, needsPoeCard } from './list-card.ts';
import { searchText } from './normalise.ts';
import type { ChangeOutcome } from './repository.ts';
import type { AssociationService, WorkloadAction } from './service.ts';
import { texts } from './texts.ts';
import type { FilterView } from './views.ts';

type CardOptions = Partial<Pick<ClaimCardOptions, 'list' | 'workloadPage' | 'remark'>>;

export interface AssociationHandlers {
  needsPoe(turn: Turn, asked: Partial<ListFilter>): Promise<Reply>;
  openByClaimId(turn: Turn, claimId: string): Promise<Reply>;
  /** The first of these that is the ID of a claim that the person may see. */
  findMentioned(turn: Turn, claimIds: readonly string[]): Promise<Association | undefined>;
  /** Whether the person may see a claim of a customer whose name begins so, or one with this ID. */
  isCustomer(turn: Turn, name: string): Promise<boolean>;
  /** What the person may see of a customer called so: the claim's card, or the list where there are several. */
  openCustomer(turn: Turn, name: string, how?: 'begins' | 'whole words'): Promise<Reply | undefined>;
  /** The claim's card when the text is just the ID of a claim that the person may see. */
  openIfClaimId(turn: Turn, text: string): Promise<Reply | undefined>;
  open(turn: Turn, data: VerbData<'claim.open'>): Promise<Reply>;
  mark(action: WorkloadAction): (turn: Turn, data: VerbData<'claim.not-engaged'>) => Promise<Reply>;
  take(turn: Turn, data: VerbData<'claim.take'>): Promise<Reply>;
  assign(turn: Turn, claimId: string, to: string): Promise<Reply>;
  /** The claim's card for another feature's answer, with what it wants to say at its top. */
  claimReply(turn: Turn, association: Association, remark?: string): Promise<Reply>;
}

export function associationHandlers(
  service: AssociationService,
  campaign: Campaign,
  newKey: () => string,
): AssociationHandlers {
  async function card(
    turn: Turn,
    association: Association,
    { list, workloadPage, remark }: CardOptions = {},
  ): Promise<Reply> {
    const access = await service.access(turn.person);
    const names = await service.ownerNames(turn.person, [association]);
    return { card: claimCard(association, access, turn, { names, once: newKey(), list, workloadPage, remark }) };
  }

  async function changed(turn: Turn, outcome: ChangeOutcome, from: CardOptions): Promise<Reply> {
    if (outcome.kind === 'gone') return { text: texts.noSuchCard };
    // A repeated press is answered with the claim as it stands; one that changes nothing came from a card that was out of date.
    return card(turn, outcome.association, { ...from, remark: outcome.kind === 'unchanged' ? texts.stale : undefined });
  }

  async function list(turn: Turn, asked: Partial<ListFilter>): Promise<Reply> {
    const filter = filterView(asked, asked.owner ?? defaultOwner(await service.access(turn.person)));
    const [claims, choices] = await Promise.all([
      service.openClaims(turn.person, { ...filter, page: asked.page ?? 0, pageSize: LIST_PAGE_SIZE }),
      service.facets.of(turn.tenantId),
    ]);
    return {
      card: needsPoeCard(claims, filter, choices, campaign, campaignFacts(campaign, turn.now, turn.timeZone), turn),
    };
  }

  /** Any part of a name is found; a customer is called by whole words or their beginnings: "rate" is not Corporate Ltd. */
  async function customers(turn: Turn, name: string, how: 'begins' | 'whole words'): Promise<Association[]> {
    const found = await service.searchVisible(turn.person, [name], CUSTOMERS_LOOKED_AT);
    const wanted = ` ${searchText([name])}${how === 'whole words' ? ' ' : ''}`;
    return found.filter((one) => ` ${searchText([one.customerName])} `.includes(wanted));
  }

  return {
    needsPoe: list,
    async openByClaimId(turn, claimId) {
      if (claimId.trim() === '') return { text: texts.whichClaim };
      return card(turn, await service.openByClaimId(turn.person, claimId));
    },
    async openIfClaimId(turn, text) {
      const [found] = text === '' ? [] : await service.findVisible(turn.person, [text]);
      return found && card(turn, await service.open(turn.person, found._id));
    },
    async findMentioned(turn, claimIds) {
      return claimIds.length === 0 ? undefined : (await service.findVisible(turn.person, claimIds))[0];
    },
    async isCustomer(turn, name) {
      const [claim] = await service.findVisible(turn.person, [name]);
      return claim !== undefined || (await customers(turn, name, 'begins')).length > 0;
    },
    async openCustomer(turn, name, how = 'begins') {
      const [first, another] = await customers(turn, name, how);
      if (first === undefined) return undefined;
      if (another !== undefined) return list(turn, { text: name, owner: 'all' });
      return card(turn, await service.open(turn.person, first._id));
    },
    async open(turn, data) {
      return card(turn, await service.open(turn.person, data.claim), data);
    },
    mark: (action) => async (turn, data) =>
      changed(turn, await service.mark(turn.person, data.claim, data.workload, action, data.once, turn.now), data),
    async take(turn, data) {
      return changed(turn, await service.take(turn.person, data.claim, data.once), data);
    },
    async assign(turn, claimId, to) {
      const outcome = await service.assign(turn.person, claimId, to.trim(), `assign/${newKey()}`);
      if (outcome.kind === 'gone') return { text: texts.noSuchCard };
      const { association } = outcome;
      const name =
        (await service.ownerNames(turn.person, [association])).get(association.owner?.key ?? '') ??
        association.owner?.label ??
        '';
      const text = outcome.kind === 'changed' ? texts.assigned : texts.assignedBefore;
      return card(turn, association, { remark: text(association.claimId, name) });
    },
    claimReply: (turn, association, remark) => card(turn, association, { remark }),
  };
}

const CUSTOMERS_LOOKED_AT = 20;

/** It travels with the buttons of a list, so it has to be short (bytes of JSON). */
const TEXT_BYTES = 60;

function filterView(asked: Partial<ListFilter>, owner: FilterView['owner']): FilterView {
  const text = shorten((asked.text ?? '').trim(), TEXT_BYTES, '');
  return { program: asked.program ?? '', workload: asked.workload ?? '', owner, text };
}
