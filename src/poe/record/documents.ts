/** The documents of a claim, as they were filed. Pure. */
import type { Claim, PoeCheck, PoeRecord, Workload } from '../../claims/claim.ts';
import { countingPoe, type FiledDocument, isFiledAs, latestPoe, worstLacks } from '../../claims/rules.ts';

/** One document of one filing, with the workloads that it was filed for, and what it lacks for any of them. Where it was withdrawn from some of them, those are a row of their own. */
export interface DocumentRow extends PoeRecord {
  readonly workloads: readonly Workload[];
  /** Those of them whose most recent POE it is. */
  readonly latestFor: readonly Workload[];
}

/** The newest first. */
export function documentsOf({ workloads }: Pick<Claim, 'workloads'>): DocumentRow[] {
  const filed = workloads.flatMap((workload) => workload.poe.map((record) => ({ record, workload })));
  const rows = Map.groupBy(filed, ({ record: { draft, sha256, withdrawn } }) =>
    JSON.stringify([draft, sha256, withdrawn]),
  );
  return [...rows.values()]
    .flatMap(([first, ...others]) => {
      if (first === undefined) return [];
      const { record } = first;
      const its = [first, ...others].map(({ workload }) => workload);
      const latestFor = record.withdrawn ? [] : its.filter((workload) => latestPoe(workload).some(isFiledAs(record)));
      const check = checkOf([first, ...others].flatMap((one) => one.record.check ?? []));
      return [{ ...record, ...(check && { check }), workloads: its, latestFor }];
    })
    .sort((a, b) => b.filedAt.localeCompare(a.filedAt));
}

/** Those of several workloads together. */
function checkOf(checks: readonly PoeCheck[]): PoeCheck | undefined {
  const [first] = checks;
  return first && { ...first, lacks: worstLacks(checks.flatMap(({ lacks }) => lacks)) };
}

/** The document with these bytes, as it was filed last; one that counts before one that was withdrawn. */
export function documentWith({ workloads }: Pick<Claim, 'workloads'>, sha256: string): PoeRecord | undefined {
  const among = (records: readonly PoeRecord[]): PoeRecord | undefined =>
    records.filter((record) => record.sha256 === sha256).sort((a, b) => b.filedAt.localeCompare(a.filedAt))[0];
  return among(workloads.flatMap(countingPoe)) ?? among(workloads.flatMap(({ poe }) => poe));
}

/** The row of a document that counts, as it was filed once. */
export function countingDocument(claim: Claim, document: FiledDocument): DocumentRow | undefined {
  return documentsOf(claim).find((row) => row.withdrawn === undefined && isFiledAs(document)(row));
}
