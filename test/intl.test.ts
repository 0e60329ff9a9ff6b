import assert from 'node:assert/strict';
import { canonicalLocale, dateFormat, plainNumberFormat } from '../src/intl.ts';

describe('formatters that are kept', () => {
  it('are the same for the same locale and options, and others for others', () => {
    const options = { dateStyle: 'long', timeZone: 'UTC' } as const;
    assert.equal(dateFormat('en-US', options), dateFormat('en-US', { ...options }));
    assert.notEqual(dateFormat('en-US', options), dateFormat('de-DE', options));
    assert.notEqual(dateFormat('en-US', options), dateFormat('en-US', { ...options, timeZone: 'Asia/Tokyo' }));
  });

  it('write numbers and locales as Intl does', () => {
    for (let i = 0; i < 2; i++) {
      assert.equal(plainNumberFormat('de-DE').format(4_012), '4.012');
      assert.equal(plainNumberFormat('en-US').format(4_012), '4,012');
      assert.equal(canonicalLocale('EN-us'), 'en-US');
      assert.throws(() => canonicalLocale('not a locale'), RangeError);
    }
  });

  it('refuse a time zone that is none, each time', () => {
    for (let i = 0; i < 2; i++) assert.throws(() => dateFormat('en-US', { timeZone: 'Mars/Olympus' }), RangeError);
  });

  it('are right however many locales there were', () => {
    for (let i = 0; i < 1_200; i++)
      dateFormat(`en-u-ca-gregory-x-${i.toString(36).padStart(4, 'a')}`, { timeZone: 'UTC' });
    const day = dateFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date('2020-06-30T00:00:00Z'));
    assert.equal(day, 'June 30, 2020');
  });
});
