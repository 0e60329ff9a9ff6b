import assert from 'node:assert/strict';
import { setImmediate as settled } from 'node:timers/promises';
import { pino } from 'pino';
import { type Job, type OutboxSource, OutboxWorker } from '../../src/outbox/worker.ts';

/** Hands out jobs that end when the test says so. */
class FakeSource implements OutboxSource {
  readonly name: string;
  /** How many were asked for, each time. */
  readonly asked: number[] = [];
  readonly started: string[] = [];
  readonly #due: Job[] = [];
  readonly #open = new Map<string, PromiseWithResolvers<void>>();
  /** Those who ask wait until this is resolved. */
  gate: Promise<void> | undefined;
  broken = false;

  constructor(name: string) {
    this.name = name;
  }

  /** `ends: false`: runs until `end`. */
  add(job: string, { ends = false } = {}): this {
    const end = Promise.withResolvers<void>();
    if (ends) end.resolve();
    this.#open.set(job, end);
    this.#due.push({
      run: () => {
        this.started.push(job);
        return end.promise;
      },
    });
    return this;
  }

  async leaseDue(most: number): Promise<readonly Job[]> {
    this.asked.push(most);
    if (this.broken) throw new Error('store down');
    const jobs = this.#due.splice(0, most);
    await this.gate;
    return jobs;
  }

  end(job: string): void {
    this.#open.get(job)?.resolve();
  }

  fail(job: string, error: Error): void {
    this.#open.get(job)?.reject(error);
  }
}

describe('the outbox worker', () => {
  let logged: { source?: string; err?: { message: string }; msg: string }[];
  /** The timers that are set: what they do, and after how long. */
  let timers: Map<() => void, number>;

  beforeEach(() => {
    logged = [];
    timers = new Map();
  });

  function newWorker(atOnce = 10): OutboxWorker {
    return new OutboxWorker({
      everyMs: 30_000,
      atOnce,
      log: pino({ level: 'debug' }, { write: (line: string) => logged.push(JSON.parse(line)) }),
      setTimer: (act, ms) => {
        timers.set(act, ms);
        return () => timers.delete(act);
      },
    });
  }

  /** Started, so that it looks once, but without its tick. */
  function awake(sources: OutboxSource[], atOnce?: number): OutboxWorker {
    const worker = newWorker(atOnce);
    worker.start(sources);
    timers.clear();
    return worker;
  }

  /** What the one timer that is set does, done now. */
  function tick(): void {
    const [act, ...more] = timers.keys();
    assert.ok(act && more.length === 0, 'one timer is set');
    timers.delete(act);
    act();
  }

  it('runs what is due when it is woken, and is idle afterwards', async () => {
    const desk = new FakeSource('desk');
    const worker = awake([desk]);
    await worker.idle();
    desk.add('one', { ends: true }).add('two', { ends: true });
    worker.wake();
    await worker.idle();
    assert.deepEqual(desk.started, ['one', 'two']);
    assert.equal(timers.size, 0);
  });

  it('may be woken before it is started, when it has nobody to ask yet', async () => {
    const desk = new FakeSource('desk').add('one', { ends: true });
    const worker = newWorker();
    worker.wake();
    await worker.idle();
    worker.start([desk]);
    await worker.idle();
    assert.deepEqual(desk.started, ['one']);
  });

  it('polls at its start and then every `everyMs`', async () => {
    const desk = new FakeSource('desk').add('left from before', { ends: true });
    const worker = newWorker();
    worker.start([desk]);
    worker.start([desk]);
    await worker.idle();
    assert.deepEqual(desk.started, ['left from before']);
    assert.deepEqual([...timers.values()], [30_000]);
    for (const job of ['a minute later', 'two minutes later']) {
      desk.add(job, { ends: true });
      tick();
      await worker.idle();
      assert.equal(desk.started.at(-1), job);
    }
    assert.deepEqual([...timers.values()], [30_000]);
  });

  it('makes one more poll of many wakings while a poll is under way', async () => {
    const desk = new FakeSource('desk');
    const gate = Promise.withResolvers<void>();
    desk.gate = gate.promise;
    const worker = awake([desk]);
    await settled();
    for (let n = 0; n < 5; n++) worker.wake();
    desk.add('recorded meanwhile', { ends: true });
    gate.resolve();
    await worker.idle();
    assert.equal(desk.asked.length, 2);
    assert.deepEqual(desk.started, ['recorded meanwhile']);
  });

  it('never has more of a source in flight than allowed, and goes on as soon as there is room', async () => {
    const desk = new FakeSource('desk').add('d1').add('d2').add('d3');
    const worker = awake([desk], 2);
    await settled();
    assert.deepEqual(desk.started, ['d1', 'd2']);
    desk.end('d2');
    await settled();
    assert.deepEqual(desk.started, ['d1', 'd2', 'd3']);
    desk.end('d1');
    desk.end('d3');
    await worker.idle();
    // No more was asked for than there was room.
    assert.deepEqual(desk.asked.slice(0, 2), [2, 1]);
  });

  it('gives each source room of its own, so that one whose jobs never end holds up no other', async () => {
    const hook = new FakeSource('webhook').add('w1').add('w2').add('w3');
    const desk = new FakeSource('desk');
    for (let n = 0; n < 20; n++) desk.add(`d${n}`, { ends: true });
    awake([hook, desk], 2);
    await settled();
    await settled();
    assert.deepEqual(hook.started, ['w1', 'w2']);
    assert.equal(desk.started.length, 20);
  });

  it('asks a source again when a job is done that has more behind it', async () => {
    const queue = ['one', 'two', 'three'];
    const started: string[] = [];
    // Has one slot of its own, whatever room the worker gives it.
    const narrow: OutboxSource = {
      name: 'narrow',
      leaseDue: async () =>
        queue.splice(0, 1).map((job) => ({ run: async () => void started.push(job), hasMoreBehind: true })),
    };
    await awake([narrow]).idle();
    assert.deepEqual(started, ['one', 'two', 'three']);
  });

  it('keeps to the limit over hundreds of jobs, and leaves none', async () => {
    const inFlight = new Map<string, number>();
    let most = 0;
    const done = new Map<string, number>();
    const sourceOf = (name: string, count: number): OutboxSource => ({
      name,
      leaseDue: async (room) => {
        await settled();
        const size = Math.min(room, count);
        count -= size;
        return Array.from({ length: size }, () => ({
          run: async () => {
            inFlight.set(name, (inFlight.get(name) ?? 0) + 1);
            most = Math.max(most, inFlight.get(name) ?? 0);
            await settled();
            inFlight.set(name, (inFlight.get(name) ?? 0) - 1);
            done.set(name, (done.get(name) ?? 0) + 1);
          },
        }));
      },
    });
    const worker = awake([sourceOf('a', 200), sourceOf('b', 0), sourceOf('c', 50)], 7);
    await worker.idle();
    assert.deepEqual(Object.fromEntries(done), { a: 200, c: 50 });
    assert.equal(most, 7);
  });

  it('lets no source starve beside one that always has more', async () => {
    const order: string[] = [];
    let left = 30;
    const busy: OutboxSource = {
      name: 'busy',
      leaseDue: async (room) =>
        Array.from({ length: Math.min(room, left--) }, () => ({ run: async () => void order.push('busy') })),
    };
    const quiet = new FakeSource('quiet').add('q', { ends: true });
    const worker = awake([busy, quiet], 1);
    await worker.idle();
    assert.ok(order.length >= 30, String(order.length));
    assert.deepEqual(quiet.started, ['q']);
  });

  it('logs a source that fails once each time, serves the others, and asks it again at the next tick only', async () => {
    const desk = new FakeSource('desk').add('d1', { ends: true });
    const hook = new FakeSource('webhook').add('w1').add('w2').add('w3');
    desk.broken = true;
    const worker = newWorker(1);
    worker.start([desk, hook]);
    for (const job of ['w1', 'w2', 'w3']) {
      await settled();
      assert.equal(hook.started.at(-1), job);
      worker.wake();
      hook.end(job);
    }
    await worker.idle();
    assert.equal(desk.asked.length, 1);
    assert.deepEqual(
      logged.map(({ source, err, msg }) => [source, err?.message, msg]),
      [['desk', 'store down', 'outbox: a source cannot be asked, next try at the next tick']],
    );
    tick();
    await worker.idle();
    assert.deepEqual([desk.asked.length, logged.length], [2, 2]);
    desk.broken = false;
    tick();
    await worker.idle();
    assert.deepEqual(desk.started, ['d1']);
    assert.equal(logged.length, 2);
  });

  it('survives a source and a job that throw before they promise anything', async () => {
    const rude: OutboxSource = {
      name: 'rude',
      leaseDue: () => {
        throw new Error('at once');
      },
    };
    const rudeJob: Job = {
      run: () => {
        throw new Error('job at once');
      },
    };
    let asked = 0;
    const worker = awake([rude, { name: 'jobs', leaseDue: async () => (asked++ === 0 ? [rudeJob] : []) }]);
    await worker.idle();
    assert.deepEqual(
      logged.map(({ source, err }) => [source, err?.message]),
      [
        ['rude', 'at once'],
        ['jobs', 'job at once'],
      ],
    );
  });

  it('logs a job that throws, and its place is free again', async () => {
    const desk = new FakeSource('desk').add('bad').add('good', { ends: true });
    const worker = awake([desk], 1);
    await settled();
    desk.fail('bad', new Error('bug'));
    await worker.idle();
    assert.deepEqual(desk.started, ['bad', 'good']);
    assert.deepEqual(
      logged.map(({ err, msg }) => [err?.message, msg]),
      [['bug', 'outbox: a job threw']],
    );
  });

  it('stops: leases nothing more, and waits for what is in flight', async () => {
    const desk = new FakeSource('desk').add('d1').add('d2');
    const worker = newWorker(1);
    worker.start([desk]);
    await settled();
    let stopped = false;
    const stop = worker.stop().then(() => {
      stopped = true;
    });
    worker.wake();
    await settled();
    assert.equal(stopped, false);
    assert.equal(timers.size, 0);
    desk.end('d1');
    await stop;
    worker.wake();
    worker.start([desk]);
    await worker.idle();
    assert.deepEqual(desk.started, ['d1']);
    assert.equal(desk.asked.length, 1);
    assert.equal(timers.size, 0);
  });

  it('does not start once it is stopped', async () => {
    const desk = new FakeSource('desk').add('d1', { ends: true });
    const worker = newWorker();
    await worker.stop();
    worker.start([desk]);
    await worker.idle();
    assert.deepEqual([desk.asked, timers.size], [[], 0]);
  });

  it('stops while it leases: runs what was leased, since nobody else would before its lease ends, and asks no other', async () => {
    const gate = Promise.withResolvers<void>();
    const desk = new FakeSource('desk').add('d1');
    desk.gate = gate.promise;
    const hook = new FakeSource('webhook').add('w1', { ends: true });
    const worker = awake([desk, hook]);
    await settled();
    let stopped = false;
    const stop = worker.stop().then(() => {
      stopped = true;
    });
    gate.resolve();
    await settled();
    assert.deepEqual([desk.started, hook.asked, stopped], [['d1'], [], false]);
    desk.end('d1');
    await stop;
  });

  it('stops at once when there is nothing to do, and may be stopped twice', async () => {
    const worker = newWorker();
    worker.start([]);
    await worker.idle();
    await Promise.all([worker.stop(), worker.stop()]);
    assert.equal(timers.size, 0);
  });

  describe('told that it is too early for more', () => {
    /** Says so each time it is asked, until it has nothing more to say. */
    function early(...afterMs: number[][]): OutboxSource & { asked: number } {
      return {
        name: 'early',
        asked: 0,
        async leaseDue(_most, again) {
          this.asked++;
          for (const ms of afterMs.shift() ?? []) again(ms);
          return [];
        },
      };
    }
    const waits = (): number[] => [...timers.values()];
    const fire = (ms: number): void => {
      const [act] = [...timers].find(([, after]) => after === ms) ?? [];
      assert.ok(act, `a timer of ${ms} ms is set`);
      timers.delete(act);
      act();
    };

    it('polls again as soon as the first of them may, and then at the tick', async () => {
      const [one, two] = [early([300, 40, 90], [70]), early([60])];
      const worker = newWorker();
      worker.start([one, two]);
      await worker.idle();
      assert.deepEqual(waits(), [30_000, 40]);
      fire(40);
      await worker.idle();
      assert.deepEqual(waits(), [30_000, 70]);
      fire(70);
      await worker.idle();
      assert.deepEqual(waits(), [30_000]);
      assert.equal(one.asked, 3);
    });

    it('keeps one such poll, by what was said last', async () => {
      const worker = awake([early([300], [200], [100])]);
      await worker.idle();
      for (let time = 1; time < 3; time++) {
        worker.wake();
        await worker.idle();
      }
      assert.deepEqual(waits(), [100]);
    });

    it('keeps it where a poll in between asked for none', async () => {
      const worker = awake([early([300], [])]);
      await worker.idle();
      worker.wake();
      await worker.idle();
      assert.deepEqual(waits(), [300]);
    });

    it('does not poll again once it is stopped, also where the last poll asked for it', async () => {
      const gate = Promise.withResolvers<void>();
      const source: OutboxSource = {
        name: 'slow',
        async leaseDue(_most, again) {
          await gate.promise;
          again(10);
          return [];
        },
      };
      const worker = awake([early([300]), source]);
      const stopped = worker.stop();
      gate.resolve();
      await stopped;
      assert.deepEqual(waits(), []);
    });
  });

  it('lets a job wait, by its own timer, and counts it as in flight', async () => {
    const steps: string[] = [];
    const job: Job = {
      async run(wait) {
        await wait?.(40);
        steps.push('left');
      },
    };
    const jobs = [[job], []];
    const worker = awake([{ name: 'desk', leaseDue: async () => jobs.shift() ?? [] }], 1);
    await settled();
    const idle = worker.idle().then(() => steps.push('idle'));
    assert.deepEqual([[...timers.values()], steps], [[40], []]);
    tick();
    await idle;
    assert.deepEqual(steps, ['left', 'idle']);
  });

  it('keeps real time when no timers are handed in, and does not keep the process alive by it', async () => {
    const asked = Promise.withResolvers<void>();
    let looks = 0;
    const source: OutboxSource = {
      name: 'desk',
      leaseDue: async () => {
        if (++looks === 3) asked.resolve();
        return [];
      },
    };
    const worker = new OutboxWorker({ everyMs: 1, atOnce: 1, log: pino({ level: 'silent' }) });
    const before = process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    worker.start([source]);
    assert.equal(process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length, before);
    await asked.promise;
    await worker.stop();
  });

  it('refuses to have nothing in flight', () => {
    for (const atOnce of [0, Number.NaN]) assert.throws(() => newWorker(atOnce), { code: 'programming-error' });
  });
});
