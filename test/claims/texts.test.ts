import assert from 'node:assert/strict';
import { claimProblems, claimTexts } from '../../src/claims/texts.ts';

const notFound = (claimId: string) => claimProblems['claim.not-found']({ claimId }, 'en-US');
const personNotFound = (name: string) => claimProblems['claim.person-not-found']({ name }, 'en-US');

describe('what the bot says about claims', () => {
  it('repeats what people wrote where it looks like an ID or a name, and at no other time', () => {
    const ending = 'among yours. Check the ID, or ask your lead whether it was imported.';
    for (const claimId of ['CLM-1001', 'A/17 (b)', 'Größe 7']) {
      assert.equal(notFound(claimId), `I cannot find a claim ${claimId} ${ending}`);
    }
    for (const claimId of ['', ' ', '[x](https://evil.example)', '<b>1</b>', 'a\nb', '*1*']) {
      assert.equal(notFound(claimId), `I cannot find a claim with this ID ${ending}`);
    }
    assert.match(personNotFound('Nestor O’Brien'), /^I do not know anybody called Nestor O’Brien\. /);
    for (const name of ['', '<at>x</at>', '[x](y)', 'n'.repeat(101)]) {
      assert.match(personNotFound(name), /^I do not know this person\. /);
    }
  });

  it('cuts a long ID', () => {
    assert.match(notFound('9'.repeat(300)), /a claim 9{97}… among yours/);
  });

  it('counts claims in the reader’s numbers', () => {
    const toUpload = (n: number) => claimTexts('en').toUpload(n, 'de-DE');
    assert.match(toUpload(1), /^1 claim has files here /);
    assert.match(toUpload(1_200), /^1\.200 claims have files here /);
  });
});
