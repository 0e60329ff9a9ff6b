import assert from 'node:assert/strict';
import { type CampaignFacts, campaignFacts, campaignOf } from '../../src/campaign/campaign.ts';
import { CPOR_2020 } from '../../src/campaign/notices.ts';
import { deadlineText } from '../../src/campaign/texts.ts';
import { countText } from '../../src/format/count.ts';
import { dayText, instantText } from '../../src/format/day.ts';

const CAMPAIGN = campaignOf(CPOR_2020);
const on = (day: string, locale = 'en-US') =>
  deadlineText(CAMPAIGN, campaignFacts(CAMPAIGN, new Date(`${day}T12:00:00Z`), 'UTC'), locale);

describe('the line about the deadline', () => {
  it('counts the days before it, one of them alone', () => {
    assert.equal(on('2020-06-16'), '14 days left, until June 30, 2020');
    assert.equal(on('2020-06-29'), '1 day left, until June 30, 2020');
    assert.equal(on('2015-06-30'), '1,827 days left, until June 30, 2020');
  });

  it('names the day itself', () => {
    assert.equal(on('2020-06-30'), 'Today, June 30, 2020, is the day to have them updated');
  });

  it('still strongly recommends uploading after it, and counts nothing', () => {
    for (const day of ['2020-07-01', '2020-07-02', '2031-01-01']) {
      assert.match(on(day), /^June 30, 2020 has passed\. Uploading is still strongly recommended/);
      assert.doesNotMatch(on(day), /-|days/);
    }
  });

  it('writes days and numbers as the person does', () => {
    const facts: CampaignFacts = { phase: 'before', daysLeft: 1_234 };
    assert.equal(deadlineText(CAMPAIGN, facts, 'nl-NL'), '1.234 days left, until 30\u00a0juni 2020');
    assert.match(deadlineText(CAMPAIGN, facts, 'de-DE'), /^Noch 1\.234 Tage, bis zum 30\.\u00a0Juni 2020$/);
    assert.equal(dayText('2020-06-30', 'en-GB'), '30\u00a0June 2020');
    assert.equal(countText(1, { one: 'claim', other: 'claims' }, 'en-US'), '1 claim');
    assert.equal(countText(0, { one: 'claim', other: 'claims' }, 'en-US'), '0 claims');
  });

  it('writes the first of a month as a sentence has it', () => {
    const firsts = ['en-US', 'de', 'fr', 'es', 'it', 'pt-BR', 'ja'].map((locale) => dayText('2020-07-01', locale));
    assert.deepEqual(firsts, [
      'July 1, 2020',
      '1.\u00a0Juli 2020',
      '1er\u00a0juillet 2020',
      '1\u00a0de julio de 2020',
      '1º\u00a0luglio 2020',
      '1º\u00a0de julho de 2020',
      '2020年7月1日',
    ]);
    assert.equal(dayText('2020-07-11', 'fr'), '11\u00a0juillet 2020');
  });

  it('gives an instant the day that it has for the person', () => {
    const instant = '2020-06-16T10:30:00.000Z';
    assert.equal(instantText(instant, 'en-US', 'Pacific/Kiritimati'), 'June 17, 2020');
    assert.equal(instantText(instant, 'en-US', 'Pacific/Pago_Pago'), 'June 15, 2020');
  });
});
