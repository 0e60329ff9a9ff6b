/** The sample claims as exports of the kind that Partner Center gives: a row for each claim and workload. Pure. */
import { MPN_ID, type SampleClaim, sampleClaims } from './claims.ts';
import { samplePeople } from './people.ts';

const HEADER = [
  'MpnId',
  'ClaimId',
  'ClaimName',
  'CustomerName',
  'CustomerDomain',
  'CustomerTenantId',
  'ProgramName',
  'WorkloadName',
  'SubscriptionId',
  'Status',
  'DateAssociated',
  'OwnerName',
  'OwnerUPN',
];

/** `sample/associations.csv`: what `npm start` fills an empty store with. */
export function claimsCsv(): string {
  return csv([HEADER, ...sampleClaims().flatMap(rowsOf)]);
}

/**
 * `sample/export-for-import.csv`, to try an import by hand over the sample data: three new claims, three changed ones, two as they
 * are, two rows that cannot be taken, and a column that nobody knows.
 */
export function exportForImportCsv(): string {
  const claims = sampleClaims();
  const at = (index: number): SampleClaim => claims[index] as SampleClaim;
  const fresh = [0, 1, 2].map(
    (index): SampleClaim => ({
      ...at(index),
      claimId: `CLM-${2001 + index}`,
      claimName: `${at(index).customer} second tenant FRP Migrated FRP`,
      status: 'Approved',
    }),
  );
  const changed: SampleClaim[] = [
    { ...at(11), status: 'Approved' },
    { ...at(3), owner: samplePeople[1] },
    { ...at(20), customer: `${at(20).customer} Group` },
  ];
  const rows = [...fresh, ...changed, at(30), at(31)].flatMap(rowsOf);
  const noClaimId = rowsOf(at(40))[0]?.with(1, '') ?? [];
  const otherCustomer = rowsOf(fresh[0] as SampleClaim)[0]?.with(3, 'Contoso Suites') ?? [];
  return csv([
    [...HEADER, 'Region'],
    ...[...rows, noClaimId, otherCustomer].map((row, index) => [...row, ['EMEA', 'Americas'][index % 2] ?? '']),
  ]);
}

function rowsOf(claim: SampleClaim): string[][] {
  return claim.workloads.map((workload) => [
    MPN_ID,
    claim.claimId,
    claim.claimName,
    claim.customer,
    claim.domain,
    claim.tenantId,
    claim.program,
    workload,
    claim.subscriptionId,
    claim.status,
    claim.associatedOn,
    claim.owner?.name ?? '',
    claim.owner?.upn ?? '',
  ]);
}

/** RFC 4180, but for the line ends: a checkout would change those. */
function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\n`).join('');
}

function cell(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
