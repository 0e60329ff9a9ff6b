import assert from 'node:assert/strict';
import type { RowProblem } from '../../../src/claims/export-file/row.ts';
import { importFailureText, rowProblemText } from '../../../src/claims/import/texts.ts';

describe('what is said of an import', () => {
  it('says of a row why it is left out', () => {
    const remarks: [RowProblem, string][] = [
      [{ code: 'no-claim-id' }, 'no claim ID'],
      [{ code: 'formula-error', field: 'workload', cell: '#REF!' }, 'workload is a formula error (#REF!)'],
      [{ code: 'lost-digits', claimId: '1.23457E+11' }, 'claim ID has lost digits in Excel (1.23457E+11)'],
      [{ code: 'too-long', field: 'claimId', most: 100 }, 'claim ID is longer than 100 characters'],
      [{ code: 'too-long', field: 'customerName', most: 2_000 }, 'customer is longer than 2,000 characters'],
      [{ code: 'too-long', field: 'mpnId', most: 200 }, 'MPN ID is longer than 200 characters'],
      [{ code: 'more-cells-than-header' }, 'more cells than the header has'],
      [{ code: 'too-many-workloads', most: 100 }, 'more than 100 workloads in one claim'],
      [{ code: 'differs', field: 'customerName', line: 2, value: 'Contoso' }, 'customer differs from line 2 (Contoso)'],
      [
        { code: 'differs', field: 'customerTenantId', line: 1_002, value: 'x' },
        'customer tenant ID differs from line 1,002 (x)',
      ],
      [{ code: 'differs', field: 'owner', line: 2, value: 'Adele Vance' }, 'owner differs from line 2 (Adele Vance)'],
    ];
    for (const [problem, remark] of remarks) assert.equal(rowProblemText(problem, 'en-US'), remark);
  });

  it('says why it stopped, also where the reason is the file', () => {
    assert.match(
      importFailureText({ code: 'import.file-gone', data: undefined }, 'en-US'),
      /^I no longer have this file/,
    );
    assert.match(importFailureText({ code: 'sheet.damaged', data: undefined }, 'en-US'), /seems to be damaged/);
  });
});
