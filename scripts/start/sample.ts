/** Puts the sample data into a store that holds no claims yet: the sample export through the import, then what its people did. */

import { createClaims } from '../../src/claims/feature.ts';
import { createImportService } from '../../src/claims/import/feature.ts';
import type { ImportService } from '../../src/claims/import/service.ts';
import { workloadKey } from '../../src/claims/normalise.ts';
import type { ClaimService } from '../../src/claims/service.ts';
import type { Config } from '../../src/config.ts';
import { type Core, openCore } from '../../src/core.ts';
import type { Person } from '../../src/people/person.ts';
import { sampleClaims } from '../sample/claims.ts';
import { claimsCsv } from '../sample/exports.ts';
import { currentPerson, newcomer, SAMPLE_TENANT_ID, type SamplePerson, samplePeople } from '../sample/people.ts';
import { samplePoe, samplePoeName } from '../sample/poe-pdf.ts';
import { type SampleStep, sampleProgress } from '../sample/progress.ts';

/** Returns whether it did. The store is closed again. @throws OperatorError when it cannot be opened */
export async function putSampleData(config: Config): Promise<boolean> {
  // Whoever has the shell acts for everyone.
  const { leads: _, ...everyoneLeads } = config;
  const core = await openCore(everyoneLeads);
  try {
    const claims = createClaims(core);
    const imports = createImportService(core, claims);
    await core.store.setUp();
    if ((await claims.repository.count(SAMPLE_TENANT_ID, {})) > 0) return false;
    await makeKnown(core);
    await importSample(core, imports);
    for (const step of sampleProgress(sampleClaims())) await take(step, core, claims.service);
    return true;
  } finally {
    await core.store.close();
  }
}

/** As their first message and the roster make people known: the tab has somebody to be chosen. */
async function makeKnown({ people, realTime }: Core): Promise<void> {
  for (const { aadObjectId: userId, name, upn } of [...samplePeople, newcomer]) {
    const seen = await people.recordSighting({ tenantId: SAMPLE_TENANT_ID, userId, name });
    await people.recordRosterEntry(seen, { name, upn, email: upn, tenantId: SAMPLE_TENANT_ID }, realTime());
  }
}

async function importSample({ vault }: Core, imports: ImportService): Promise<void> {
  const lead = personOf(currentPerson);
  const bytes = Buffer.from(claimsCsv());
  const { sha256, size } = await vault.put(SAMPLE_TENANT_ID, stream(bytes), bytes.length);
  const job = await imports.receive(lead, { sha256, size, name: 'associations.csv' });
  const { job: started } = await imports.start(lead, job._id, undefined);
  await imports.run(started, new AbortController().signal, () => undefined);
}

async function take(step: SampleStep, { vault }: Core, service: ClaimService): Promise<void> {
  const person = personOf(step.person);
  const { claim, at } = step;
  const { _id } = await service.openByClaimId(person, claim.claimId);
  const workloads = step.workloads.map(workloadKey);
  const key = `sample/${step.kind}/${claim.claimId}`;
  if (step.kind !== 'file') {
    for (const workload of workloads) await service.mark(person, _id, workload, step.kind, key, at);
    return;
  }
  const bytes = samplePoe(claim);
  const stored = await vault.put(SAMPLE_TENANT_ID, stream(bytes), bytes.length);
  const filedBy = { userId: person.userId, name: person.name };
  const fileName = samplePoeName(claim);
  await service.filePoe(
    person,
    _id,
    workloads,
    [{ ...stored, draft: key, fileName, filedAt: at.toISOString(), filedBy }],
    key,
  );
}

function personOf({ aadObjectId, name, upn }: SamplePerson): Person {
  return {
    _id: `${SAMPLE_TENANT_ID}/${aadObjectId}`,
    tenantId: SAMPLE_TENANT_ID,
    userId: aadObjectId,
    name,
    upn,
    guest: false,
    reachable: false,
  };
}

async function* stream(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
