/** A claim without one of its imports is what it would have been had that import never come. */
import assert from 'node:assert/strict';
import { NOTICES } from '../../../src/campaign/notices.ts';
import type { Claim, ClaimFields, ClaimPatch } from '../../../src/claims/claim.ts';
import type { ImportedClaim } from '../../../src/claims/export-file/group.ts';
import { changesOf, newClaim } from '../../../src/claims/import/diff.ts';
import {
  type LaterWord,
  MOST_IMPORTS,
  stayPatch,
  undoPatch,
  whyItStays,
  withImportChange,
} from '../../../src/claims/import/history.ts';
import { claimRecord, imported, MARK, poe, workload } from '../fixtures.ts';

const ADELE = { key: 'upn:adelev@contoso.example', label: 'Adele Vance' };
const MEGAN = { key: 'upn:meganb@contoso.example', label: 'Megan Bowen' };

function patched(claim: Claim, patch: ClaimPatch | undefined): Claim {
  const all = Object.entries({ ...claim, ...patch }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(all) as unknown as Claim;
}

/** The claim after an import, as `writeBatch` writes it. */
function withImport(claim: Claim, its: ImportedClaim, job: string): Claim {
  const changes = changesOf(claim, its);
  return changes === undefined
    ? claim
    : patched(claim, { ...changes, importChanges: withImportChange(claim, changes, job) });
}

const wordOf = ({ fields, workloads }: ImportedClaim, job: string): LaterWord => ({
  job,
  fields: new Set(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [name])),
  ),
  workloads,
});

/** What people see of a claim. */
const seen = ({ name, customerName, customerDomain, mpnId, program, status, owner, workloads }: Claim) => ({
  ...{ name, customerName, customerDomain, mpnId, program, status, owner: owner?.key },
  workloads: workloads.map(({ key, name, subscriptionId, placeholder }) => ({
    key,
    name,
    subscriptionId,
    placeholder,
  })),
});

describe('a claim without one of its imports', () => {
  it('has each field that the import changed as it was, also one that was not there', () => {
    const before = claimRecord({ owner: ADELE });
    const changed = withImport(before, imported({ status: 'Rejected', mpnId: '7', owner: MEGAN }), 'J');
    assert.deepEqual([changed.status, changed.mpnId, changed.owner], ['Rejected', '7', MEGAN]);
    const undone = patched(changed, undoPatch(changed, 'J', []));
    assert.deepEqual(seen(undone), seen(before));
    assert.ok(!('mpnId' in undone) && !('importChanges' in undone));
    assert.deepEqual(undone.lastUndo, { job: 'J', was: 'changed', outcome: 'restored' });
  });

  it('has its workloads as they were, and its placeholder back', () => {
    const bare = claimRecord({}, [workload('Whole claim', { placeholder: true })]);
    const changed = withImport(bare, imported({}, ['Exchange', 'Teams']), 'J');
    assert.deepEqual(seen(patched(changed, undoPatch(changed, 'J', []))), seen(bare));
    const named = claimRecord({}, [workload('teams', { poe: [poe('a')], confirmed: MARK })]);
    const renamed = withImport(named, imported({}, ['TEAMS', 'SharePoint']), 'J');
    assert.deepEqual(patched(renamed, undoPatch(renamed, 'J', [])).workloads, named.workloads);
  });

  it('keeps a workload that people worked on, and an owner whom they chose', () => {
    const changed = withImport(
      claimRecord({ owner: ADELE }),
      imported({ owner: MEGAN }, ['Exchange', 'SharePoint']),
      'J',
    );
    const worked = patched(changed, {
      owner: { key: 'name:alex', label: 'Alex' },
      workloads: changed.workloads.map((one) => (one.key === 'exchange' ? { ...one, poe: [poe('a')] } : one)),
    });
    const undone = patched(worked, undoPatch(worked, 'J', []));
    assert.deepEqual(
      [undone.owner?.label, undone.workloads.map(({ key }) => key), undone.lastUndo?.outcome],
      ['Alex', ['teams', 'exchange'], 'owner'],
    );
  });

  it('is left alone by an import that changed nothing of it, and by one that is undone already', () => {
    const changed = withImport(claimRecord(), imported({ status: 'Rejected' }), 'J');
    assert.equal(undoPatch(changed, 'other', []), undefined);
    const undone = patched(changed, undoPatch(changed, 'J', []));
    assert.equal(undoPatch(undone, 'J', []), undefined);
  });

  it('remembers the last imports that changed it, as many as can be undone', () => {
    let claim = claimRecord();
    for (let i = 0; i < MOST_IMPORTS + 5; i++) claim = withImport(claim, imported({ status: `Status ${i}` }), `J${i}`);
    assert.equal(claim.importChanges?.length, MOST_IMPORTS);
    assert.equal(claim.importChanges?.at(-1)?.job, `J${MOST_IMPORTS + 4}`);
  });

  it('that an import brought goes, unless somebody worked on it or a later file has it', () => {
    const rules = { hasStatus: true, notices: NOTICES };
    const brought = newClaim('id', 't1', 'J', imported(), rules);
    const word = wordOf(imported(), 'K');
    assert.equal(whyItStays(brought, []), undefined);
    assert.equal(whyItStays(brought, [word]), 'later import');
    assert.equal(whyItStays({ ...brought, worked: true }, [word]), 'worked');
    assert.equal(whyItStays({ ...brought, workloads: [workload('Teams', { notEngaged: MARK })] }, []), 'mark');
    assert.equal(patched(brought, stayPatch('J', 'later import', [word])).addedBy, 'K');
    assert.equal(patched(brought, stayPatch('J', 'worked', [])).addedBy, undefined);
  });

  describe('of many', () => {
    /** The same in every run. */
    const pick = (seed: number) => {
      let state = seed;
      return <T>(...choices: readonly T[]): T => {
        state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
        return choices[(state >> 8) % choices.length] as T;
      };
    };
    const someImport = (any: ReturnType<typeof pick>): ImportedClaim => {
      const owner = any(undefined, ADELE, MEGAN);
      const mpnId = any(undefined, '7', '8');
      const fields: Partial<ClaimFields> = {
        ...{ status: any('', 'Approved', 'Rejected'), name: any('', 'A FRP Migrated FRP', 'B') },
        ...(owner && { owner }),
        ...(mpnId && { mpnId }),
      };
      const names = any<readonly string[]>(['Teams'], ['Teams', 'Exchange'], ['teams'], ['SharePoint'], ['Exchange']);
      const bare = { key: 'whole-claim', name: 'Whole claim', placeholder: true as const };
      return { ...imported(fields, names), ...(any(0, 0, 0, 1) === 1 && { workloads: [bare] }) };
    };
    /** All files in a row, that of `without` left out. */
    const replayed = (first: Claim, files: readonly ImportedClaim[], without?: number): Claim =>
      files.reduce((claim, file, i) => (i === without ? claim : withImport(claim, file, `J${i}`)), first);

    it('is what the others would have made of it, whichever is undone, and in whatever order all are', () => {
      for (let seed = 1; seed <= 3_000; seed++) {
        const any = pick(seed);
        const known = any([workload('Teams'), workload('Yammer')], [workload('Whole claim', { placeholder: true })]);
        const first = claimRecord({ owner: ADELE }, known);
        const files = Array.from({ length: any(1, 2, 3, 4) }, () => someImport(any));
        let claim = replayed(first, files);
        const standing = new Set(files.keys());
        const words = (i: number) =>
          [...standing].filter((j) => j > i).map((j) => wordOf(files[j] as ImportedClaim, `J${j}`));
        while (standing.size > 0) {
          const i = any(...standing);
          claim = patched(claim, undoPatch(claim, `J${i}`, words(i)));
          standing.delete(i);
          const expected = [...standing].reduce((one, j) => withImport(one, files[j] as ImportedClaim, `J${j}`), first);
          assert.deepEqual(
            { ...seen(claim), workloads: keysOf(claim) },
            { ...seen(expected), workloads: keysOf(expected) },
            `seed ${seed}, without ${i}`,
          );
        }
      }
    });
    const keysOf = (claim: Claim) => claim.workloads.map(({ key }) => key).sort();
  });
});
