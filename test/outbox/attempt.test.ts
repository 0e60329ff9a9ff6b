import assert from 'node:assert/strict';
import { retryAfterMs } from '../../src/outbox/attempt.ts';

const NOW = Date.parse('1994-11-06T08:49:00Z');

describe('Retry-After', () => {
  it('is read as seconds', () => {
    assert.equal(retryAfterMs('120', NOW), 120_000);
    assert.equal(retryAfterMs(' 0 ', NOW), 0);
  });

  it('is read as an HTTP date in all three of its forms, each of them GMT wherever the bot runs', () => {
    const zone = process.env.TZ;
    try {
      for (const here of ['UTC', 'America/New_York', 'Pacific/Kiritimati']) {
        process.env.TZ = here;
        assert.equal(retryAfterMs('Sun, 06 Nov 1994 08:49:37 GMT', NOW), 37_000);
        assert.equal(retryAfterMs('Sunday, 06-Nov-94 08:49:37 GMT', NOW), 37_000);
        assert.equal(retryAfterMs('Sun Nov  6 08:49:37 1994', NOW), 37_000);
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it('asks for nothing when its date has passed', () => {
    assert.equal(retryAfterMs('Sun, 06 Nov 1994 08:48:00 GMT', NOW), 0);
  });

  it('is left aside when it is neither', () => {
    const neither = [
      '',
      'soon',
      '-5',
      '1.5',
      '1e3',
      '0x10',
      '120 s',

      '2026-01-01',
      'Sun, 99 Foo 1994 08:49:37 GMT',
    ];
    for (const header of [undefined, ...neither]) assert.equal(retryAfterMs(header, NOW), undefined, header);
  });

  it('stays a finite number, whatever the digits', () => {
    assert.equal(retryAfterMs('9'.repeat(400), NOW), Number.MAX_SAFE_INTEGER);
  });
});
