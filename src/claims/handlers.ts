/** What a person says or presses about claims, into use cases and cards. */
import { MOST_OPTIONS, optionsCard } from '../cards/options.ts';
import { NotFoundError } from '../errors.ts';
import type { Mention } from '../feature.ts';
import type { Reply, Turn } from '../turn.ts';
import type { VerbData } from '../verbs/index.ts';
import { claimRemoveCard, REMOVED_PAGE_SIZE, removedClaimsCard } from './removal-cards.ts';
import type { ClaimRemovals } from './removals.ts';
import type { ClaimReplies, ClaimReplyOptions } from './replies.ts';
import type { ChangeOutcome } from './repository.ts';
import type { WorkloadAction } from './rules.ts';
import type { ClaimService, NameMatch, ProposedOwners } from './service.ts';
import { claimTexts } from './texts.ts';

export interface ClaimHandlers {
  openByClaimId(turn: Turn, claimId: string): Promise<Reply>;
  /** The card of the first of these that is the ID of a claim that the person may see. */
  openFirst(turn: Turn, ids: readonly string[]): Promise<Reply | undefined>;
  mentioned(turn: Turn, ids: readonly string[]): Promise<Mention | undefined>;
  /** The claim of a customer called so that the person may see; the list where there are several. */
  openCustomer(turn: Turn, name: string, how?: NameMatch): Promise<Reply | undefined>;
  /** The claim of the customer whom the message names amid other words; the list where there are several. */
  openNamedAmid(turn: Turn, strangeWords: readonly string[]): Promise<Reply | undefined>;
  open(turn: Turn, data: VerbData<'claim.open'>): Promise<Reply>;
  mark(action: WorkloadAction): (turn: Turn, data: VerbData<'claim.not-engaged'>) => Promise<Reply>;
  take(turn: Turn, data: VerbData<'claim.take'>): Promise<Reply>;
  /** @param once one-time key of the press; a typed command has none */
  assign(turn: Turn, claimId: string, to: string, once?: string): Promise<Reply>;
  /** What a lead asks in free words: proposes to whom the claim that the message names may go, or asks. Changes nothing. */
  assignAsked(turn: Turn, strangeWords: readonly string[]): Promise<Reply>;
  askWhyRemoveByClaimId(turn: Turn, claimId: string): Promise<Reply>;
  askWhyRemove(turn: Turn, data: VerbData<'claim.remove-form'>): Promise<Reply>;
  remove(turn: Turn, data: VerbData<'claim.remove'>): Promise<Reply>;
  bringBack(turn: Turn, data: VerbData<'claim.bring-back'>): Promise<Reply>;
  /** The claims that were removed. */
  removed(turn: Turn, data: VerbData<'removed-claims'>): Promise<Reply>;
}

export function claimHandlers(
  service: ClaimService,
  removals: ClaimRemovals,
  replies: ClaimReplies,
  newKey: () => string,
): ClaimHandlers {
  async function changed(turn: Turn, outcome: ChangeOutcome, from: ClaimReplyOptions): Promise<Reply> {
    if (outcome.kind === 'gone') throw new NotFoundError('claim.gone');
    // A repeated press shows the claim as it stands. One that changes nothing came from a card that was out of date.
    const remark = outcome.kind === 'unchanged' ? claimTexts(turn.locale).stale : undefined;
    return replies.card(turn, outcome.claim, { ...from, remark });
  }

  /** Several people may have a name, and the one who is meant may not be known here: the lead says who. */
  function proposal({ locale }: Turn, { claim: { claimId }, people }: ProposedOwners): Reply {
    const once = newKey();
    const actions = people.slice(0, MOST_OPTIONS).map(({ name, upn = '' }) => ({
      title: claimTexts(locale).assignTo(name, upn),
      verb: 'claim.assign' as const,
      data: { claimId, to: upn, once },
    }));
    return { text: claimTexts(locale).whoIsMeant(claimId), card: optionsCard(actions) };
  }

  return {
    async openByClaimId(turn, claimId) {
      if (claimId.trim() === '') return { text: claimTexts(turn.locale).whichClaim };
      const removed = await removals.byClaimId(turn.person, claimId);
      return replies.card(turn, removed ?? (await service.openByClaimId(turn.person, claimId)));
    },
    async openFirst(turn, ids) {
      const wanted = ids.filter((id) => id !== '');
      const [found] = wanted.length === 0 ? [] : await service.findVisible(turn.person, wanted);
      return found && replies.open(turn, found._id);
    },
    async mentioned(turn, ids) {
      const [claim] = ids.length === 0 ? [] : await service.findVisible(turn.person, ids);
      if (claim === undefined) return undefined;
      return {
        show: () => replies.open(turn, claim._id, { workloadPage: 0 }),
        button: {
          title: claimTexts(turn.locale).openClaim(claim.claimId),
          verb: 'claim.open',
          data: { claim: claim._id },
        },
      };
    },
    async openCustomer(turn, name, how = 'begins') {
      const [first, another] = await service.ofCustomer(turn.person, name, how);
      if (first === undefined) return undefined;
      return another === undefined ? replies.open(turn, first._id) : replies.list(turn, { text: name, owner: 'all' });
    },
    async openNamedAmid(turn, strangeWords) {
      const named = await service.customersNamedIn(turn.person, turn.text, strangeWords);
      if (named === undefined) return undefined;
      const { claims, word } = named;
      const [first, another] = claims;
      if (first !== undefined && another === undefined) return replies.open(turn, first._id);
      const isOne = claims.every(({ customerKey }) => customerKey === first?.customerKey);
      return replies.list(turn, { text: isOne ? (first?.customerName ?? word) : word, owner: 'all' });
    },
    open: (turn, data) => replies.open(turn, data.claim, data),
    mark: (action) => async (turn, data) =>
      changed(turn, await service.mark(turn.person, data.claim, data.workload, action, data.once, turn.now), data),
    async take(turn, data) {
      return changed(turn, await service.take(turn.person, data.claim, data.once, turn.now), data);
    },
    async askWhyRemoveByClaimId(turn, claimId) {
      return { card: claimRemoveCard(await removals.removableByClaimId(turn.person, claimId), newKey(), turn.locale) };
    },
    async askWhyRemove(turn, data) {
      return { card: claimRemoveCard(await removals.removable(turn.person, data.claim), newKey(), turn.locale) };
    },
    async remove(turn, data) {
      const reason = data.reason?.trim() ?? '';
      if (reason === '') {
        const claim = await removals.removable(turn.person, data.claim);
        return { card: claimRemoveCard(claim, data.once, turn.locale, claimTexts(turn.locale).removeWhy) };
      }
      return changed(turn, await removals.remove(turn.person, data.claim, reason, data.once, turn.now), {});
    },
    async bringBack(turn, data) {
      const outcome = await removals.bringBack(turn.person, data.claim, data.once, turn.now);
      if (outcome.kind !== 'changed') return changed(turn, outcome, {});
      return replies.card(turn, outcome.claim, { remark: claimTexts(turn.locale).broughtBack });
    },
    async removed(turn, { page }) {
      return { card: removedClaimsCard(await removals.list(turn.person, page, REMOVED_PAGE_SIZE), turn) };
    },
    async assignAsked(turn, strangeWords) {
      const { claims, people } = await service.namedForAssigning(turn.person, turn.text, strangeWords);
      const [claim, another] = claims;
      if (claim === undefined) return { text: claimTexts(turn.locale).whichIsAssigned };
      if (another !== undefined) {
        const list = await replies.list(turn, { text: claim.customerName, owner: 'all' });
        return { ...list, text: claimTexts(turn.locale).whichOfTheseIsAssigned };
      }
      if (people.length > 0) return proposal(turn, { kind: 'proposed', claim, people });
      return { ...(await replies.open(turn, claim._id)), text: claimTexts(turn.locale).whoGets(claim.claimId) };
    },
    async assign(turn, claimId, to, once = newKey()) {
      const outcome = await service.assign(turn.person, claimId, to.trim(), once, turn.now);
      if (outcome.kind === 'proposed') return proposal(turn, outcome);
      if (outcome.kind === 'gone') throw new NotFoundError('claim.gone');
      const { claim } = outcome;
      const name = await service.ownerName(turn.person, claim);
      const text =
        outcome.kind === 'changed' ? claimTexts(turn.locale).assigned : claimTexts(turn.locale).assignedBefore;
      return replies.card(turn, claim, { remark: text(claim.claimId, name) });
    },
  };
}
