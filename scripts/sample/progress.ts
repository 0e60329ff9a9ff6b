/** What the sample people have done already, so that the list is alive: some POE filed, some confirmed, some workloads given up. Pure. */
import { isInCampaign, type SampleClaim } from './claims.ts';
import type { SamplePerson } from './people.ts';

export interface SampleStep {
  readonly kind: 'file' | 'confirm' | 'not-engaged';
  readonly claim: SampleClaim;
  readonly person: SamplePerson;
  /** Names of workloads of the claim. */
  readonly workloads: readonly string[];
  /** By the campaign clock. */
  readonly at: Date;
}

/** Two weeks of work, over before the sample's campaign clock starts. */
const FIRST_DAY = Date.UTC(2020, 5, 1, 9);
const WORK_DAYS = 10;
const DAY_MS = 86_400_000;

/** Every so many owned claims of the campaign are worked on: the rest is left to do. */
const EVERY = 3;

/** In the order of time. */
export function sampleProgress(claims: readonly SampleClaim[]): readonly SampleStep[] {
  const worked = claims.filter((claim) => isInCampaign(claim) && claim.owner).filter((_, i) => i % EVERY === 1);
  const steps = worked.flatMap((claim, index): SampleStep[] => {
    const { owner: person, workloads } = claim;
    if (person === undefined) return [];
    const step = (kind: SampleStep['kind'], of: readonly string[], hours: number): SampleStep => {
      return { kind, claim, person, workloads: of, at: workTime(index % WORK_DAYS, hours) };
    };
    switch (index % 4) {
      case 0:
        return [step('file', workloads, 0), step('confirm', workloads, 2)];
      case 1:
        return [step('file', workloads.slice(0, 1), 1)];
      case 2:
        return [step('file', workloads, 3)];
      default:
        return [step('not-engaged', workloads.slice(-1), 4)];
    }
  });
  return steps.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

/** The n-th working day's morning and some hours. */
function workTime(workDay: number, hours: number): Date {
  const calendarDays = workDay + 2 * Math.floor(workDay / 5);
  return new Date(FIRST_DAY + calendarDays * DAY_MS + hours * 3_600_000);
}
