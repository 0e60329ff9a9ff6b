/** Reminders that people got. */
import type { Ledger } from '../delivery/ledger.ts';
import type { Nudge } from '../delivery/nudge.ts';
import type { Filter } from '../storage/port.ts';
import { isCampaignMilestone } from './own-milestones.ts';

/** What these people got at the campaign's own milestones, with what was open then. At most 300 people. */
export async function sentAtMilestones(
  ledger: Ledger,
  tenantId: string,
  campaign: string,
  people: readonly string[],
): Promise<Map<string, Nudge[]>> {
  if (people.length === 0) return new Map();
  const rows = await ledger.collection.find(tenantId, sentTo(people, campaign));
  const own = rows.filter(({ milestone }) => isCampaignMilestone(milestone));
  return Map.groupBy(own, ({ person }) => person);
}

/** When these people got their last reminder, by the campaign clock (ISO). At most 300 people. */
export async function lastReminders(
  ledger: Ledger,
  tenantId: string,
  campaign: string,
  people: readonly string[],
): Promise<Map<string, string>> {
  if (people.length === 0) return new Map();
  const rows = await ledger.collection.find(tenantId, sentTo(people, campaign), { sort: { sentReal: 1 } });
  return new Map(rows.flatMap(({ person, sentAt }) => (sentAt === undefined ? [] : [[person, sentAt]])));
}

function sentTo(people: readonly string[], campaign: string): Filter {
  return { person: { $in: people }, campaign, kind: 'reminder', state: 'sent' };
}
