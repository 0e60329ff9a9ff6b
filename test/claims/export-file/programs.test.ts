import assert from 'node:assert/strict';
import { canonicalProgram } from '../../../src/claims/export-file/programs.ts';

const SPELLINGS: Record<string, readonly string[]> = {
  'OSU Microsoft 365': [
    'OSU Microsoft 365',
    'OSU - M365',
    'Online Services Usage Microsoft 365',
    'Online Services Usage (OSU) Microsoft 365',
    'Online Service Usage - Office 365',
    'osu_o365',
    'Microsoft 365 Usage',
    'FY20 OSU M365 Incentive Program',
    'OSUMicrosoft365',
  ],
  'OSU Business Applications': [
    'OSU BizApps',
    'OSU Biz Apps',
    'OSU – Business Applications',
    'Online Services Usage (OSU) Business Applications',
    'OSU Dynamics 365',
    'OSU D365',
    'Business Applications Usage',
  ],
  'OSA Sell': [
    'OSA Sell',
    'OSA',
    'Online Services Advisor (OSA Sell)',
    'Online Services Adviser',
    'OSA - Sell BizApps',
    'osa-sell',
  ],
};

describe('recognising programs', () => {
  for (const [program, spellings] of Object.entries(SPELLINGS)) {
    for (const spelling of spellings) {
      it(`takes "${spelling}" for ${program}`, () => assert.equal(canonicalProgram(spelling), program));
    }
  }

  for (const other of [
    'OSU',
    'Microsoft 365',
    'Azure Usage',
    'OSA Microsoft 365',
    'OSU M365 and OSA Sell',
    'CSP Direct',
    '',
  ]) {
    it(`keeps "${other}" as given`, () => assert.equal(canonicalProgram(` ${other} `), other));
  }
});
