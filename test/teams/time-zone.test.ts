import assert from 'node:assert/strict';
import { parseActivity } from '../../src/teams/activity.ts';
import { zoneOf } from '../../src/teams/time-zone.ts';
import { workingTime } from '../../src/time/working-hours.ts';
import { isTimeZone } from '../../src/time/zones.ts';

const ACTIVITY = {
  type: 'message',
  channelId: 'msteams',
  serviceUrl: 'https://smba.example/emea/',
  from: { id: '29:x' },
  recipient: { id: '28:x' },
  conversation: { id: 'a:1' },
};

function zone(more: object, likely: readonly (string | undefined)[] = []): string | undefined {
  const activity = parseActivity({ ...ACTIVITY, ...more });
  assert.ok(activity);
  return zoneOf(activity, likely);
}

const client = (timezone: unknown) => ({ entities: [null, { type: 'mention' }, { type: 'clientInfo', timezone }] });
const local = (offset: string) => ({ localTimestamp: `2020-06-16T11:00:00.000${offset}` });

describe('the time zone of a person', () => {
  it('is the one that the message names, else the client, else one of the offset of its local time', () => {
    const all = { localTimezone: 'Europe/Berlin', ...client('Asia/Tokyo'), ...local('-07:00') };
    assert.equal(zone(all), 'Europe/Berlin');
    for (const nothing of [null, '', undefined, 7, 'Mars/Olympus', 'W. Europe Standard Time']) {
      assert.equal(zone({ ...all, localTimezone: nothing }), 'Asia/Tokyo');
      assert.equal(zone({ ...all, localTimezone: nothing, ...client(nothing) }), 'Etc/GMT+7');
    }
    assert.equal(zone({}), undefined);
  });

  it('by an offset is the person’s or the tenant’s own where that has it at that time, since it knows summer and winter', () => {
    assert.equal(zone(local('+02:00'), ['Europe/Berlin', 'UTC']), 'Europe/Berlin');
    assert.equal(zone(local('+02:00'), [undefined, 'Europe/Paris']), 'Europe/Paris');
    assert.equal(zone(local('+01:00'), ['Europe/Berlin', 'Europe/London']), 'Europe/London');
    assert.equal(zone({ localTimestamp: '2020-12-16T11:00:00+01:00' }, ['Europe/Berlin']), 'Europe/Berlin');
    assert.equal(zone(local('+05:30'), ['Mars/Olympus', 'UTC']), '+05:30');
  });

  it('is not told by a local time that is none', () => {
    for (const localTimestamp of [
      '2020-06-16T18:00:00Z',
      '2020-06-16',
      '11:00+02:00',
      'x',
      '',
      null,
      7,
      '2020-06-16T11:00:00+15:00',
      '2020-06-16T11:00:00+02:99',
      '9999-99-99T99:99:99+02:00',
    ])
      assert.equal(zone({ localTimestamp }), undefined, String(localTimestamp));
    assert.equal(zone({ localTimestamp: '2020-06-16T11:00:00.000(+02:00)' }), 'Etc/GMT-2');
  });

  it('by any offset is one that working hours can be told in', () => {
    for (let minutes = -14 * 60; minutes <= 14 * 60; minutes += 15) {
      const sign = minutes < 0 ? '-' : '+';
      const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
      const offset = `${sign}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
      const found = zone(local(offset));
      assert.ok(found !== undefined && isTimeZone(found), offset);
      const first = workingTime({ from: 9, to: 17 }, found).next(new Date('2020-06-16T00:00:00Z'));
      const clock = new Date(first.getTime() + minutes * 60_000).toISOString().slice(11, 13);
      assert.ok(clock >= '09' && clock < '17', `${offset} ${found} ${first.toISOString()}`);
    }
  });
});
