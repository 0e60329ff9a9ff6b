/** Several things, and several sentences, as each language writes them. */
import assert from 'node:assert/strict';
import { commaText, sentencesText } from '../../src/format/list.ts';

describe('what stands one after the other', () => {
  it('is parted as the language does it', () => {
    assert.equal(commaText(['Exchange Online', 'Teams'], 'en'), 'Exchange Online, Teams');
    assert.equal(commaText(['収集待ち1件', 'アップロード待ち1件'], 'ja'), '収集待ち1件、アップロード待ち1件');
    assert.equal(commaText([], 'ja'), '');
  });

  it('has a space between sentences where the language has spaces, and none for a sentence that is empty', () => {
    assert.equal(sentencesText(['Filed.', '', 'It was there.'], 'de'), 'Filed. It was there.');
    assert.equal(sentencesText(['', '登録しました。', '前からありました。'], 'ja'), '登録しました。前からありました。');
    assert.equal(sentencesText([''], 'en'), '');
  });
});
