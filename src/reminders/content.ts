/** What somebody's reminder shows now: how much is open, and the claims that it names. Those that are through are struck. */
import type { Campaign } from '../campaign/campaign.ts';
import { type Claim, type PoeLack, RANK } from '../claims/claim.ts';
import { inCampaign, OPEN_CLAIMS } from '../claims/open-claims.ts';
import type { ClaimRepository } from '../claims/repository.ts';
import { poeLacks, workloadState } from '../claims/rules.ts';
import type { CardClaim, Nudge } from '../delivery/nudge.ts';
import type { People } from '../people/people.ts';
import type { Person } from '../people/person.ts';
import type { Filter } from '../storage/port.ts';

const CLAIMS_SHOWN = 5;

/** One claim on somebody's reminder. */
export interface ShownClaim {
  /** `_id` of the claim. */
  readonly claim: string;
  readonly claimId: string;
  readonly customer: string;
  readonly program: string;
  /** Names of its open workloads; empty when nothing is open. */
  readonly workloads: readonly string[];
  readonly state: 'to collect' | 'to upload' | 'done';
  /** What its POE does not show. */
  readonly lacks: readonly PoeLack[];
  /** Collected or finished since the card was sent: struck through. */
  readonly struck: boolean;
}

/** What a reminder shows. */
export interface ReminderContent {
  /** Counts are of this campaign. */
  readonly campaign: Campaign;
  readonly milestone: string;
  /** Claims with something to collect. */
  readonly toCollect: number;
  /** Claims with something to upload, some of them with something to collect besides. */
  readonly toUpload: number;
  /** The most urgent ones, at most five. */
  readonly shown: readonly ShownClaim[];
  readonly remindersOff: boolean;
  /** `YYYY-MM-DD` in their own calendar, in the future. */
  readonly snoozedUntil?: string;
  /** Name of the lead who asked for it by hand. */
  readonly askedBy?: string;
}

/** What is on the card, and what its row keeps of it. */
export interface DrawnReminder {
  readonly content: ReminderContent;
  readonly open: { readonly toCollect: number; readonly toUpload: number };
  readonly claims: readonly CardClaim[];
}

export class ReminderContents {
  readonly #claims: ClaimRepository;
  readonly #people: People;

  constructor(claims: ClaimRepository, people: People) {
    this.#claims = claims;
    this.#people = people;
  }

  /**
   * @param row the claims that its card has named before, if it was sent
   * @param today the person's own calendar day
   */
  async of(
    person: Person,
    campaign: Campaign,
    row: Pick<Nudge, 'milestone' | 'claims' | 'askedBy'>,
    today: string,
  ): Promise<DrawnReminder> {
    const { tenantId, remindersOff = false, snoozedUntil = '' } = person;
    const keys = await this.#people.ownerKeys(person);
    const mine: Filter = { ...inCampaign(campaign), 'owner.key': { $in: keys } };
    const count = (filter: Filter): Promise<number> => this.#claims.count(tenantId, { ...filter, ...mine });
    const [toCollect, uploadOnly, both, urgent, before] = await Promise.all([
      count({ rank: RANK.toCollect }),
      count({ rank: RANK.toUpload }),
      count({ rank: RANK.toCollect, toUpload: { $gt: 0 } }),
      this.#claims.list(tenantId, { ...OPEN_CLAIMS, ...mine }, 0, CLAIMS_SHOWN),
      this.#named(tenantId, row.claims ?? [], keys),
    ]);
    const through = before.every(({ struck }) => struck);
    // Once all claims that it named are through, the card names the next ones.
    const shown =
      before.length > 0 && (!through || urgent.length === 0) ? before : urgent.map((one) => shownClaim(one));
    return {
      content: {
        campaign,
        milestone: row.milestone,
        toCollect,
        toUpload: uploadOnly + both,
        shown,
        remindersOff,
        ...(snoozedUntil > today && { snoozedUntil }),
        ...(row.askedBy !== undefined && { askedBy: row.askedBy.name }),
      },
      open: { toCollect, toUpload: uploadOnly },
      claims: urgent.map(({ _id, rank }) => ({ id: _id, rank })),
    };
  }

  /** Those that are still theirs: a claim may have got another owner since. */
  async #named(tenantId: string, claims: readonly CardClaim[], keys: readonly string[]): Promise<ShownClaim[]> {
    if (claims.length === 0) return [];
    const found = await this.#claims.find(
      tenantId,
      { _id: { $in: claims.map(({ id }) => id) }, 'owner.key': { $in: keys } },
      claims.length,
    );
    const byId = new Map(found.map((claim) => [claim._id, claim]));
    return claims.flatMap(({ id, rank }) => {
      const claim = byId.get(id);
      return claim === undefined ? [] : [shownClaim(claim, claim.rank > rank)];
    });
  }
}

function shownClaim(claim: Claim, struck = false): ShownClaim {
  const { _id, claimId, customerName, program, rank, workloads } = claim;
  const open = workloads.filter((workload) => ['to collect', 'to upload'].includes(workloadState(workload)));
  return {
    claim: _id,
    claimId,
    customer: customerName,
    program,
    workloads: rank > RANK.toUpload ? [] : open.map(({ name }) => name),
    state: rank === RANK.toCollect ? 'to collect' : rank === RANK.toUpload ? 'to upload' : 'done',
    lacks: poeLacks(claim),
    struck,
  };
}
