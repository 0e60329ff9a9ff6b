import assert from 'node:assert/strict';
import { splitWorkloads } from '../../../src/claims/export-file/workloads.ts';

describe('splitting the workloads of a cell', () => {
  it('parts at semicolons, bars and line breaks', () => {
    assert.deepEqual(splitWorkloads('Exchange Online; Teams|Yammer\n SharePoint  Online ;'), [
      'Exchange Online',
      'Teams',
      'Yammer',
      'SharePoint Online',
    ]);
  });

  it('parts at commas where each part names a product', () => {
    assert.deepEqual(splitWorkloads('Exchange Online, Teams,Power BI'), ['Exchange Online', 'Teams', 'Power BI']);
  });

  it('keeps a name that holds a comma', () => {
    assert.deepEqual(splitWorkloads('Dynamics 365 Finance, Supply Chain'), ['Dynamics 365 Finance, Supply Chain']);
    assert.deepEqual(splitWorkloads('Meetings, Calling & Devices; Teams'), ['Meetings, Calling & Devices', 'Teams']);
  });

  it('gives nothing for a blank cell', () => assert.deepEqual(splitWorkloads(' ; '), []));
});
