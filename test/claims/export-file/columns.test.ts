import assert from 'node:assert/strict';
import { columnsToMap, isExport, missingFields, recogniseColumns } from '../../../src/claims/export-file/columns.ts';
import { FIELDS, fieldOf, headerKey, KEPT_FIELDS } from '../../../src/claims/export-file/fields.ts';

const fieldsOf = (headers: string[], mapping?: Parameters<typeof recogniseColumns>[1]) =>
  recogniseColumns(headers, mapping).map(({ field }) => field);

describe('recognising columns', () => {
  it('reads the headers of documented neighbours', () => {
    assert.deepEqual(
      fieldsOf(['CustomerTenantId', 'CustomerName', 'WorkloadName', 'ClaimId', 'MpnId', 'DateAssociated']),
      ['customerTenantId', 'customerName', 'workload', 'claimId', 'mpnId', 'date'],
    );
  });

  it('leaves case, blanks, punctuation, accents and camelCase aside', () => {
    for (const header of [
      'claimId',
      'CLAIM ID',
      'Claim_ID',
      ' claim-id: ',
      'Claim\nID',
      'Clàim\u00a0Id',
      'Claim ID (unique)',
    ]) {
      assert.deepEqual(fieldsOf([header]), ['claimId'], header);
    }
    assert.deepEqual(fieldsOf(['Claim #', 'Owner E-Mail', 'Products/Workloads']), ['claimId', 'ownerUpn', 'workload']);
  });

  it('has no synonym that stands for two fields', () => {
    for (const [field, { synonyms }] of Object.entries(FIELDS)) {
      for (const synonym of synonyms) assert.equal(fieldOf(synonym)?.field, field, synonym);
      assert.equal(new Set(synonyms.map(headerKey)).size, synonyms.length, `twice in ${field}`);
    }
  });

  it('gives a field to its best synonym, and says what the other column lost', () => {
    assert.deepEqual(recogniseColumns(['Claim', 'Customer', 'Claim ID', 'Customer Name']), [
      { header: 'Claim', rival: 'claimId' },
      { header: 'Customer', rival: 'customerName' },
      { header: 'Claim ID', field: 'claimId' },
      { header: 'Customer Name', field: 'customerName' },
    ]);
    assert.deepEqual(fieldsOf(['Status', 'Status']), ['status', undefined]);
  });

  it('follows a person before its own table', () => {
    const mapping = new Map<string, 'claimId' | 'status' | 'ignore'>([
      ['Our number', 'claimId'],
      ['Status', 'ignore'],
    ]);
    assert.deepEqual(recogniseColumns(['Claim ID', 'Our number', 'Status'], mapping), [
      { header: 'Claim ID', rival: 'claimId' },
      { header: 'Our number', field: 'claimId' },
      { header: 'Status', ignored: true },
    ]);
  });

  it('takes no notice of a mapping to something that is no field', () => {
    const forged = new Map([['Status', '__proto__']]) as unknown as Parameters<typeof recogniseColumns>[1];
    assert.deepEqual(fieldsOf(['Status', '__proto__', 'constructor', ''], forged), [
      'status',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('takes a claim ID and two more known columns for an export', () => {
    assert.ok(isExport(recogniseColumns(['Claim ID', 'Customer', 'Status'])));
    assert.ok(!isExport(recogniseColumns(['Claim ID', 'Customer', 'Colour'])));
    assert.ok(!isExport(recogniseColumns(['Customer', 'Status', 'Workload', 'Program'])));
  });

  it('says which columns to ask about, and which are missed', () => {
    const columns = recogniseColumns(
      ['Claim ID', 'Colour', '', 'Claim', 'Notes', 'Size'],
      new Map([['Size', 'ignore']]),
    );
    assert.deepEqual(
      columnsToMap(columns).map(({ header }) => header),
      ['Colour', 'Claim'],
    );
    assert.deepEqual(missingFields(columns), ['claimName', 'customerName', 'program', 'workload', 'status']);
  });

  it('offers only fields that something is kept of', () => {
    const offered: readonly string[] = KEPT_FIELDS;
    assert.equal(offered[0], 'claimId');
    assert.ok(!offered.includes('comments'));
  });
});
