/** The 60 sample claims over the three programs, the same in every run. Pure. */
import { companies, domainOf } from './companies.ts';
import { type SamplePerson, samplePeople } from './people.ts';
import { SeededRandom } from './random.ts';

export interface SampleClaim {
  readonly claimId: string;
  readonly claimName: string;
  readonly customer: string;
  readonly domain: string;
  readonly tenantId: string;
  readonly program: string;
  readonly workloads: readonly string[];
  /** Business applications are claimed per subscription. */
  readonly subscriptionId: string;
  readonly status: string;
  /** `YYYY-MM-DD` */
  readonly associatedOn: string;
  readonly owner: SamplePerson | undefined;
}

const SEED = 20_200_630;
const FIRST_CLAIM = 1001;
/** The location that claims: one partner, one MPN ID. */
export const MPN_ID = '4812345';

interface Program {
  readonly name: string;
  readonly short: string;
  readonly claims: number;
  readonly workloads: readonly string[];
  /** How many workloads a claim has: one of these, so that numbers given twice are twice as frequent. */
  readonly counts: readonly number[];
  readonly perSubscription: boolean;
}

const DYNAMICS = [
  'Dynamics 365 Sales',
  'Dynamics 365 Customer Service',
  'Dynamics 365 Field Service',
  'Dynamics 365 Finance',
  'Dynamics 365 Supply Chain Management',
];

const PROGRAMS: readonly Program[] = [
  {
    name: 'OSU Microsoft 365',
    short: 'M365',
    claims: 34,
    workloads: ['Exchange Online', 'Intune', 'Microsoft 365 Apps', 'SharePoint Online', 'Teams', 'Yammer'],
    counts: [1, 2, 2, 3, 3, 4],
    perSubscription: false,
  },
  {
    name: 'OSU Business Applications',
    short: 'Biz Apps',
    claims: 15,
    workloads: [...DYNAMICS, 'Power Apps', 'Power Automate'],
    counts: [1, 1, 2, 3],
    perSubscription: true,
  },
  {
    name: 'OSA Sell',
    short: 'OSA',
    claims: 11,
    workloads: DYNAMICS,
    counts: [1, 1, 1, 2],
    perSubscription: true,
  },
];

/** Of sixty: these are not migrated, or not (or no longer) approved, so they stand outside the campaign. */
const NOT_MIGRATED = new Set([7, 19, 38, 52]);
const STATUSES: ReadonlyMap<number, string> = new Map([
  [11, 'Under review'],
  [26, 'Under review'],
  [44, 'Partner action required'],
  [57, 'Under review'],
]);
/** One in five claims belongs to nobody yet. */
const WITHOUT_OWNER_EVERY = 5;

/** In the order of their claim IDs. */
export function sampleClaims(): readonly SampleClaim[] {
  const random = new SeededRandom(SEED);
  const directories = new Map(companies.map((company) => [company, random.guid()]));
  const programs = PROGRAMS.flatMap((program) =>
    random.some(companies, program.claims).map((customer) => ({ program, customer })),
  );
  // Programs are mixed, as claims were made over the years.
  const mixed = Array.from({ length: programs.length }, () => programs.splice(random.below(programs.length), 1)).flat();
  return mixed.map(({ program, customer }, index) => ({
    claimId: `CLM-${FIRST_CLAIM + index}`,
    claimName: claimName(customer, program.short, index),
    customer,
    domain: domainOf(customer),
    tenantId: directories.get(customer) ?? '',
    program: program.name,
    workloads: random.some(program.workloads, random.pick(program.counts)),
    subscriptionId: program.perSubscription ? random.guid() : '',
    status: STATUSES.get(index) ?? 'Approved',
    associatedOn: dayIn2019(random),
    owner: index % WITHOUT_OWNER_EVERY === 3 ? undefined : random.pick(samplePeople),
  }));
}

/** Whether the campaign is about it: approved and migrated. */
export function isInCampaign({ claimName, status }: SampleClaim): boolean {
  return claimName.includes('FRP Migrated FRP') && status === 'Approved';
}

function claimName(customer: string, program: string, index: number): string {
  if (NOT_MIGRATED.has(index)) return `${customer} ${program} adoption FY20`;
  // The mark is documented, its place in the name is not.
  return index % 3 === 0 ? `FRP Migrated FRP ${customer} ${program}` : `${customer} ${program} FRP Migrated FRP`;
}

function dayIn2019(random: SeededRandom): string {
  const month = 1 + random.below(12);
  return `2019-${String(month).padStart(2, '0')}-${String(1 + random.below(28)).padStart(2, '0')}`;
}
