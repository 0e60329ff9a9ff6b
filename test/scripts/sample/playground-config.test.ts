import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { samplePeople } from '../../../scripts/sample/people.ts';
import { PLAYGROUND_CONFIG, playgroundConfig } from '../../../scripts/sample/playground-config.ts';

describe('the Playground’s tenant', () => {
  it('is the sample tenant (else run: node scripts/sample/playground-config.ts)', () => {
    assert.equal(readFileSync(PLAYGROUND_CONFIG, 'utf8'), playgroundConfig());
  });

  it('has five owners with ids and names of their own', () => {
    assert.equal(samplePeople.length, 5);
    for (const key of ['id', 'name', 'aadObjectId', 'upn'] as const) {
      assert.equal(new Set(samplePeople.map((person) => person[key])).size, 5, key);
    }
  });
});
