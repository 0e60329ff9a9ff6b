/** The store, the disk of its folder, and whether the leads are people whom it knows. */
import { access, statfs } from 'node:fs/promises';
import type { Config } from '../config.ts';
import { OperatorError } from '../errors.ts';
import type { People } from '../people/people.ts';
import { type Check, type Diagnosis, fault, ok, warning } from './check.ts';
import type { CheckNeeds, StoreFacts } from './needs.ts';
import { checkNames, doctorTexts } from './texts.ts';

const GB = 1024 ** 3;
/** Room for some days of documents. */
const LITTLE_BYTES = 2 * GB;
const NO_BYTES = GB / 10;

export function storeChecks({ config, store }: CheckNeeds): readonly Check[] {
  const engine = config.mongodbUri === undefined ? 'SQLite' : 'MongoDB';
  return [
    { name: checkNames.store, run: () => storeOf(engine, store) },
    { name: checkNames.disk, run: () => diskOf(config.dataDir) },
  ];
}

export function leadChecks({ config: { leads }, store }: CheckNeeds): readonly Check[] {
  return [{ name: checkNames.leads, run: () => leadsOf(leads, store) }];
}

async function storeOf(engine: string, store: () => Promise<StoreFacts>): Promise<Diagnosis> {
  try {
    return STATES[(await store()).state](engine);
  } catch (error) {
    // Its sentence names the variable and holds no secret.
    if (error instanceof OperatorError) return fault(error.message, doctorTexts.storeCure);
    throw error;
  }
}

const STATES: Readonly<Record<StoreFacts['state'], (engine: string) => Diagnosis>> = {
  ready: (engine) => ok(doctorTexts.storeReady(engine)),
  'in use': () => ok(doctorTexts.storeInUse),
  'not there': () => ok(doctorTexts.storeNotThere),
  'no indexes': (engine) => warning(doctorTexts.storeNoIndexes(engine), doctorTexts.storeNoIndexesCure),
};

async function diskOf(dataDir: string): Promise<Diagnosis> {
  const isThere = await access(dataDir).then(
    () => true,
    () => false,
  );
  if (!isThere) return ok(doctorTexts.storeNotThere);
  const { bavail, bsize } = await statfs(dataDir);
  const left = bavail * bsize;
  const says = doctorTexts.diskRoom((left / GB).toFixed(1));
  if (left < NO_BYTES) return fault(says, doctorTexts.diskCure);
  return left < LITTLE_BYTES ? warning(says, doctorTexts.diskCure) : ok(says);
}

/** Of all tenants that are served. */
export async function knownLeads(people: People, { leads = [], allowedTenants }: Config): Promise<string[]> {
  const tenants = allowedTenants ?? (await people.tenants());
  const known = await Promise.all(tenants.map((tenantId) => people.knownAmong(tenantId, leads)));
  return known.flat();
}

async function leadsOf(leads: readonly string[] | undefined, store: () => Promise<StoreFacts>): Promise<Diagnosis> {
  if (leads === undefined) return ok(doctorTexts.leadsOpen);
  if (leads.length === 0) return warning(doctorTexts.noLeads, doctorTexts.noLeadsCure);
  const { knownLeads } = await store().catch(() => ({}) as Partial<StoreFacts>);
  if (knownLeads === undefined) return ok(doctorTexts.leadsUnseen);
  const unknown = leads.filter((lead) => !knownLeads.includes(lead));
  if (unknown.length === 0) return ok(doctorTexts.leadsKnown(leads.length));
  return warning(doctorTexts.leadsUnknown(unknown.join(', ')), doctorTexts.leadsUnknownCure);
}
