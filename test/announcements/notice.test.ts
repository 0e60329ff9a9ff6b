import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { announcedNotice, readNotices } from '../../src/announcements/notice.ts';
import { CAMPAIGNS, campaignOf } from '../../src/campaign/campaign.ts';
import { CPOR_2020 } from '../../src/campaign/notices.ts';
import { OperatorError } from '../../src/errors.ts';
import { dayText } from '../../src/format/day.ts';
import { LANGUAGES } from '../../src/language/language.ts';
import { DEMANDS } from '../support/demands.ts';

const KNOWLEDGE = join(import.meta.dirname, '../../knowledge');

describe('the notices in short', () => {
  it('recommend, and neither demand nor shout, in each phase', () => {
    for (const { parts, heading } of readNotices(KNOWLEDGE, CAMPAIGNS))
      for (const phase of ['before', 'on the day', 'after'] as const) {
        const said = [heading('en'), ...parts(phase, 'en-US').flatMap(({ title, lines }) => [title, ...lines])].join(
          '\n',
        );
        assert.doesNotMatch(said, /!|\{|\b(?:requir\w*|must|mandatory|obligat\w*|have to|compulsory)\b/i);
        assert.match(said, /strongly recommended/);
      }
  });

  it('are told in each language with the same parts, days and steps, and without a word of duty', () => {
    const [{ parts }] = readNotices(KNOWLEDGE, CAMPAIGNS);
    for (const phase of ['before', 'on the day', 'after'] as const) {
      const english = parts(phase, 'en');
      for (const language of LANGUAGES) {
        const told = parts(phase, language);
        const shapes = (of: typeof told) => of.map(({ lines }) => lines.map((line) => /^\d+\./.exec(line)?.[0] ?? ''));
        assert.deepEqual(shapes(told), shapes(english), language);
        const text = told.flatMap(({ lines }) => lines).join('\n');
        for (const day of ['2020-06-30', '2020-07-01'])
          assert.ok(text.includes(dayText(day, language)), `${language}: ${day}`);
        assert.doesNotMatch(text, DEMANDS[language], language);
        if (language !== 'en') assert.notEqual(text, english.flatMap(({ lines }) => lines).join('\n'), language);
      }
    }
  });

  it('have a heading a part, and a variant of it in the phase that it names', () => {
    const dir = mkdtempSync(join(tmpdir(), 'notice-'));
    try {
      mkdirSync(join(dir, CPOR_2020.name));
      const write = (text: string) => writeFileSync(join(dir, CPOR_2020.name, 'notice.md'), text);
      write('# News\n\n## What: now\n\nBy {deadline}.\n\nTwo.\n\n## What: now: after\n\nUntil {deadline}.\n');
      const [{ heading, parts }] = readNotices(dir, [campaignOf(CPOR_2020)]);
      assert.equal(heading('en'), 'News');
      assert.deepEqual(parts('before', 'de-DE'), [{ title: 'What: now', lines: ['By 30.\u00a0Juni 2020.', 'Two.'] }]);
      assert.deepEqual(parts('after', 'en-US'), [{ title: 'What: now', lines: ['Until June 30, 2020.'] }]);
      for (const text of ['', '# News\n', '## What\n\nText.\n']) {
        write(text);
        assert.throws(() => readNotices(dir, [campaignOf(CPOR_2020)]), OperatorError);
      }
      rmSync(join(dir, CPOR_2020.name, 'notice.md'));
      assert.throws(() => readNotices(dir, [campaignOf(CPOR_2020)]), /cpor-2020.notice\.md is missing/);
    } finally {
      rmSync(dir, { recursive: true });
    }
  });

  it('are found for what was sent before a deadline was moved, and not for a notice that is gone', () => {
    const notices = readNotices(KNOWLEDGE, [campaignOf(CPOR_2020, { deadline: '2020-08-31' })]);
    assert.equal(announcedNotice(notices, 'cpor-2020@2020-06-30'), notices[0]);
    assert.equal(announcedNotice(notices, 'cpor-2020x@2020-06-30'), undefined);
  });
});
