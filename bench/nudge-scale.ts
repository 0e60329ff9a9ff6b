/**
 * A round of reminders for many people, each with something open: the one that makes their rows, and the next, which finds them made; then how fast
 * they are sent to a Teams that answers at once. Yardsticks: 10 s a round, 95 % of NUDGE_RATE, nothing held longer than 50 ms.
 *
 *     node bench/nudge-scale.ts [--people 100000] [--seconds 30] [--mongodb]
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createDelivery } from '../src/delivery/feature.ts';
import { PEOPLE } from '../src/people/people.ts';
import { createReminders } from '../src/reminders/feature.ts';
import type { ProactiveSender } from '../src/turn.ts';
import { claimRecord, workload } from '../test/claims/fixtures.ts';
import { openFeatures, TENANT } from '../test/support/features.ts';
import { figures, mib, ms } from './report.ts';

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '100000' },
    seconds: { type: 'string', default: '30' },
    mongodb: { type: 'boolean', default: false },
  },
});
const PEOPLE_IN_ALL = Number(values.people);
const RATE = 25;
const BATCH = 500;
const uri = values.mongodb ? process.env.TEST_MONGODB_URI : undefined;

let posted = 0;
const proactive: ProactiveSender = {
  async post() {
    posted += 1;
    return { kind: 'sent', id: `m-${posted}`, conversation: 'c' } as never;
  },
  change: async () => ({ kind: 'sent' }) as never,
  recreate: async () => ({ kind: 'failed' }) as never,
};

// Within working hours in Berlin, a week before the deadline.
const features = await openFeatures(uri, { NOW: '2020-06-23T12:00:00Z', NUDGE_RATE: String(RATE) });
try {
  const { core, claims } = features;
  const people = core.store.collection(PEOPLE);
  for (let at = 0; at < PEOPLE_IN_ALL; at += BATCH) {
    const some = Array.from({ length: Math.min(BATCH, PEOPLE_IN_ALL - at) }, (_, i) => at + i);
    await people.bulkUpsert(
      TENANT,
      some.map((n) => {
        const known = { name: `Person ${n}`, nameKey: `name:person ${n}`, upn: `p${n}@contoso.example`, guest: false };
        const reached = {
          reachable: true,
          reference: '{}',
          timeZone: 'Europe/Berlin',
          rosterAt: core.realTime().toISOString(),
        };
        return {
          filter: { _id: `${TENANT}/u${n}` },
          update: { $set: { ...known, ...reached }, $setOnInsert: { userId: `u${n}` } },
        };
      }),
    );
    await claims.repository.addNew(
      TENANT,
      some.map((n) => {
        const owner = { key: `upn:p${n}@contoso.example`, label: `Person ${n}` };
        return claimRecord({ claimId: `CLM-${n}`, customerName: `Customer ${n}`, owner }, [workload('Teams')]);
      }),
    );
  }
  const delivery = createDelivery(core, claims, proactive);
  createReminders(core, claims, delivery);
  await core.store.setUp();
  const round = delivery.timers?.find(({ name }) => name === 'rounds');

  const timed = async (work: () => Promise<unknown>): Promise<string> => {
    const blocked = monitorEventLoopDelay({ resolution: 1 });
    blocked.enable();
    await sleep(20);
    blocked.reset();
    const cpu = process.cpuUsage();
    const before = performance.now();
    await work();
    const took = performance.now() - before;
    const { user, system } = process.cpuUsage(cpu);
    await sleep(20);
    blocked.disable();
    const hold = `hold p99 ${ms(blocked.percentile(99) / 1e6)}, longest ${ms(blocked.max / 1e6)}`;
    return `${ms(took)}, CPU ${ms((user + system) / 1_000)}, ${hold}`;
  };
  const found: Record<string, string> = {};
  found['the round that makes rows'] = await timed(async () => round?.run());
  found['the next round'] = await timed(async () => round?.run());
  const seconds = Number(values.seconds);
  for (const { worker, sources } of [delivery.deliveries].flat().filter((one) => one !== undefined))
    worker.start(sources);
  await sleep(2_000);
  const before = posted;
  const began = performance.now();
  found['sending, and a round meanwhile'] = await timed(async () => {
    await sleep((seconds * 1_000) / 2);
    await round?.run();
    await sleep(Math.max(0, seconds * 1_000 - (performance.now() - began)));
  });
  const perSecond = (posted - before) / ((performance.now() - began) / 1_000);
  found[`sent a second (NUDGE_RATE ${RATE})`] = `${perSecond.toFixed(1)}, ${Math.round((perSecond / RATE) * 100)} %`;
  found.memory = mib(process.memoryUsage().rss);
  figures(
    `reminders for ${PEOPLE_IN_ALL.toLocaleString('en')} people, ${uri === undefined ? 'sqlite' : 'mongodb'}`,
    found,
  );
  const stopped = [delivery.deliveries].flat().map((one) => one?.worker.stop());
  await Promise.race([Promise.all([...stopped, delivery.stop?.()]), sleep(5_000)]);
} finally {
  await features.dispose();
}
