/**
 * `npm run nudges -- --dry-run [--at 2020-06-29T08:00Z] [--tenant ID]`: who would get what at an instant, and why not. Reads only,
 * and prints as it goes.
 */
import { parseArgs } from 'node:util';
import { type Campaign, campaignFacts } from '../campaign/campaign.ts';
import { createClaims } from '../claims/feature.ts';
import type { Owners } from '../claims/owners.ts';
import type { OpenCounts } from '../claims/repository.ts';
import { type Config, parseConfig } from '../config.ts';
import { type Core, openCore } from '../core.ts';
import { servedTenants } from '../delivery/feature.ts';
import { Ledger } from '../delivery/ledger.ts';
import type { NudgeKind, Reason } from '../delivery/nudge.ts';
import { OperatorError } from '../errors.ts';
import { createPlannings } from '../reminders/feature.ts';
import type { Planned } from '../reminders/plan.ts';
import type { Planning } from '../reminders/planning.ts';
import { isEmptyDigest } from '../report/digest.ts';
import { planDigest } from '../report/digest-composer.ts';
import { DigestSource } from '../report/digest-source.ts';
import { isInYears, YEARS } from '../time/years.ts';
import { isTimeZone } from '../time/zones.ts';
import { assertServed, runCommand, tenantNamed } from './shell.ts';

const nudgesCommandTexts = {
  usage:
    'Usage: npm run --silent nudges -- --dry-run [--at 2020-06-29T08:00Z] [--tenant ID]   (--at: an instant of the campaign; ID: the directory id of the tenant)',
  at: `--at expects an ISO instant such as 2020-06-29T08:00Z, of the years ${YEARS}.`,
  nobody: 'Nobody is known here yet, and no claims are imported: there is nobody to remind.',
  tenant: (id: string, { id: campaign, label }: Campaign, now: Date, daysLeft: number) =>
    `Tenant ${id}, ${label === undefined ? '' : `${campaign}, `}${now.toISOString()}, days until the deadline: ${daysLeft}`,
  plan: (kind: NudgeKind, plan: string, name: string, id: string, open: string) =>
    `  ${kind}  ${plan}  ${name} (${id})${open}`,
  open: ({ toCollect, toUpload }: OpenCounts) => `, ${toCollect} to collect, ${toUpload} to upload`,
  total: 'In all:',
  count: (n: number, what: string) => `  ${n}  ${what}`,
  counted: (kind: NudgeKind, plan: string) => `${kind}: ${plan}`,
  now: 'now',
  nowAt: (milestone: string) => `now: ${milestone}`,
  later: (why: Reason) => `later, ${why}`,
  laterAt: (at: Date, there: string, timeZone: string, milestone: string, why: Reason) =>
    `${at.toISOString()} (${there} in ${timeZone}): ${milestone}, not now: ${why}`,
  nothing: (why: Reason) => `nothing, ${why}`,
  nothingFor: (why: Reason) => `nothing: ${why}`,
} as const;

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/;

const DAY_LENGTH = 'YYYY-MM-DD'.length;

interface Arguments {
  readonly at: Date | undefined;
  readonly tenant: string | undefined;
}

function readArguments(): Arguments {
  const { values } = parseArgs({
    options: { 'dry-run': { type: 'boolean' }, at: { type: 'string' }, tenant: { type: 'string' } },
  });
  if (values['dry-run'] !== true) throw new OperatorError(nudgesCommandTexts.usage);
  const { at, tenant } = values;
  if (at !== undefined && !isInstant(at)) throw new OperatorError(nudgesCommandTexts.at);
  return {
    at: at === undefined ? undefined : new Date(at),
    tenant: tenant === undefined ? undefined : tenantNamed(tenant),
  };
}

/** A day that no calendar has would be taken for one of the next month. */
function isInstant(text: string): boolean {
  const midnight = Date.parse(text.slice(0, DAY_LENGTH));
  if (!INSTANT.test(text) || Number.isNaN(Date.parse(text)) || Number.isNaN(midnight)) return false;
  return isInYears(text) && text.startsWith(new Date(midnight).toISOString().slice(0, DAY_LENGTH));
}

/** Whoever has the shell has the store: no further rights are asked for. */
async function dryRun({ at, tenant }: Arguments, config: Config, print: (line: string) => void): Promise<void> {
  if (tenant !== undefined) assertServed(tenant, config);
  const core = await openCore(config);
  try {
    const claims = createClaims(core);
    const ledger = new Ledger(core.store);
    const plannings = createPlannings(core, claims, ledger);
    await core.store.setUp();
    await claims.prepare();
    const now = at ?? core.campaignClock();
    const tenants = tenant === undefined ? await servedTenants(core, claims) : [tenant];
    if (tenants.length === 0) print(nudgesCommandTexts.nobody);
    for (const tenantId of tenants)
      for (const planning of plannings)
        await showTenant(tenantId, { ...planning, owners: claims.owners, ledger }, core, now, print);
  } finally {
    await core.store.close();
  }
}

type Plans = Planning & { readonly owners: Owners; readonly ledger: Ledger };

async function showTenant(
  tenantId: string,
  { recipients, schedule, owners, ledger }: Plans,
  { config, people }: Core,
  now: Date,
  print: (line: string) => void,
): Promise<void> {
  const { campaign } = schedule;
  const { daysLeft } = campaignFacts(campaign, now, config.timeZone);
  print(nudgesCommandTexts.tenant(printable(tenantId), campaign, now, daysLeft));
  const counts = new Map<string, number>();
  const show = (kind: NudgeKind, { recipient, plan }: Planned): void => {
    const { text, count } = inWords(plan, zoneOf(recipient.timeZone, config));
    const counted = nudgesCommandTexts.counted(kind, count);
    counts.set(counted, (counts.get(counted) ?? 0) + 1);
    const open = kind === 'reminder' ? nudgesCommandTexts.open(recipient.open) : '';
    print(nudgesCommandTexts.plan(kind, text, printable(recipient.name), printable(recipient.id), open));
  };
  const plan = schedule.planner(now);
  for await (const page of recipients.pages(tenantId, now)) {
    const planned = page.map(({ recipient }) => plan(recipient));
    // Most people own nothing that is open, and would only hide the others.
    for (const one of planned) if (one.plan.kind !== 'never' || one.plan.why !== 'nothing open') show('reminder', one);
  }
  for (const { id, open, person } of await owners.all(tenantId, campaign)) {
    if (person !== undefined) continue;
    const recipient = {
      id,
      name: await owners.labelOf(tenantId, id),
      reach: 'never installed',
      remindersOff: false,
      open,
      rows: [],
    } as const;
    show('reminder', { recipient, plan: { kind: 'never', why: 'unreachable' }, skip: [] });
  }
  const leads = await people.findReachable(tenantId, config.leads);
  const ids = leads.map(({ userId }) => userId);
  const recent = { campaign: campaign.id, kind: 'digest', sinceDay: recipients.sinceDay(now) } as const;
  const rows = Map.groupBy(await ledger.recent(tenantId, ids, recent), ({ person }) => person);
  const digests = new DigestSource(owners, ledger);
  let isEmpty: Promise<boolean> | undefined;
  for (const lead of leads) {
    const planned = planDigest(schedule, lead, rows.get(lead.userId) ?? [], now);
    const { plan } = planned;
    if (plan.kind === 'due') {
      const { key, day } = plan.milestone;
      isEmpty ??= digests.of(tenantId, campaign, key, day).then(isEmptyDigest);
    }
    const hasNothing = plan.kind === 'due' && (await isEmpty);
    show('digest', hasNothing ? { ...planned, plan: { kind: 'never', why: 'nothing open' } } : planned);
  }
  print(nudgesCommandTexts.total);
  for (const [counted, n] of [...counts].sort()) print(nudgesCommandTexts.count(n, counted));
}

/** As the planner takes it. */
function zoneOf(timeZone: string | undefined, config: Config): string {
  return timeZone !== undefined && isTimeZone(timeZone) ? timeZone : config.timeZone;
}

function inWords(plan: Planned['plan'], timeZone: string): { readonly text: string; readonly count: string } {
  switch (plan.kind) {
    case 'due':
      return { text: nudgesCommandTexts.nowAt(plan.milestone.key), count: nudgesCommandTexts.now };
    case 'later': {
      const form = { timeZone, dateStyle: 'short', timeStyle: 'short' } as const;
      const there = new Intl.DateTimeFormat('en-CA', form).format(plan.at);
      const { at, milestone, why } = plan;
      return {
        text: nudgesCommandTexts.laterAt(at, there, timeZone, milestone.key, why),
        count: nudgesCommandTexts.later(why),
      };
    }
    case 'never':
      return { text: nudgesCommandTexts.nothingFor(plan.why), count: nudgesCommandTexts.nothing(plan.why) };
  }
}

/** Names come from exports and from the directory: control characters would work on the reader's terminal. */
function printable(text: string): string {
  return text.replace(/[\p{C}\s]+/gu, ' ').trim();
}

await runCommand(nudgesCommandTexts.usage, (print) => dryRun(readArguments(), parseConfig(process.env), print));
