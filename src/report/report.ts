/** What the leads' report says: where the claims stand, how far the reminders are, and whose claims are open. */
import { RANK } from '../claims/claim.ts';
import type { Owner, Owners } from '../claims/owners.ts';
import type { Associations } from '../claims/repository.ts';
import type { Ledger } from '../delivery/ledger.ts';
import { progressOf } from '../delivery/progress.ts';
import type { ReportFacts, ReportOwner } from '../reminders/card-facts.ts';

export const REPORT_PAGE_SIZE = 6;

export interface ReportsParts {
  readonly associations: Associations;
  readonly owners: Owners;
  readonly ledger: Ledger;
  readonly campaign: string;
}

export class Reports {
  readonly #parts: ReportsParts;

  constructor(parts: ReportsParts) {
    this.#parts = parts;
  }

  /** A page past the end shows the last one. @param realNow real time */
  async of(tenantId: string, page: number, realNow: Date): Promise<ReportFacts> {
    const { associations, owners, ledger, campaign } = this.#parts;
    const [ranks, unowned, progress, all] = await Promise.all([
      associations.countByRank(tenantId),
      owners.unowned(tenantId),
      progressOf(ledger, tenantId, campaign, realNow, 'reminder'),
      owners.all(tenantId),
    ]);
    const last = Math.max(0, Math.ceil(all.length / REPORT_PAGE_SIZE) - 1);
    const shown = Math.min(page, last);
    const rows = all.slice(shown * REPORT_PAGE_SIZE, (shown + 1) * REPORT_PAGE_SIZE);
    return {
      claims: {
        toCollect: ranks.get(RANK.toCollect) ?? 0,
        toUpload: ranks.get(RANK.toUpload) ?? 0,
        nothingLeft: ranks.get(RANK.nothingLeft) ?? 0,
        unowned: unowned.toCollect + unowned.toUpload,
      },
      progress,
      owners: await this.#rows(tenantId, rows),
      ownersInAll: all.length,
      page: shown,
      pageSize: REPORT_PAGE_SIZE,
      reachable: all.filter(({ reach, person }) => reach === 'reachable' && !person?.remindersOff).length,
    };
  }

  async #rows(tenantId: string, owners: readonly Owner[]): Promise<ReportOwner[]> {
    const { ledger, campaign } = this.#parts;
    const sent = await ledger.lastSent(
      tenantId,
      campaign,
      owners.map(({ id }) => id),
    );
    return Promise.all(
      owners.map(async ({ id, name, person, reach, open }) => {
        const lastSentAt = sent.get(id);
        return {
          id,
          name: person === undefined ? await this.#parts.owners.labelOf(tenantId, id) : name,
          ...open,
          reach,
          remindersOff: person?.remindersOff ?? false,
          ...(person?.snoozedUntil !== undefined && { snoozedUntil: person.snoozedUntil }),
          ...(lastSentAt !== undefined && { lastSentAt }),
        };
      }),
    );
  }
}
