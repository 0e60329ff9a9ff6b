import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Runner, type TaskLimits, type TaskOutcome } from '../../../src/files/runner/runner.ts';
import { runNode } from '../../support/child.ts';
import { TempFiles } from '../../support/temp-files.ts';
import type { Probe } from './tasks/probe-task.ts';
import { TASKS } from './tasks/tasks.ts';

const PARENT = fileURLToPath(new URL('./tasks/parent.ts', import.meta.url));

describe('running a task in a process of its own', function () {
  this.timeout(30_000);
  let files: TempFiles;
  let file: string;
  let runner: Runner;
  beforeEach(async () => {
    files = await TempFiles.create();
    file = await files.file('Contoso');
    runner = new Runner({ working: 2, conversations: 2 });
  });
  afterEach(() => files[Symbol.asyncDispose]());

  const limits = (over: Partial<TaskLimits> = {}): TaskLimits => ({ file, memoryMiB: 512, timeoutMs: 20_000, ...over });
  const probe = (act: Probe['act'], over: Partial<TaskLimits> & { path?: string } = {}) =>
    runner.run(TASKS.probe, { act, path: over.path ?? file }, limits(over));
  const open = async (start: number, over?: Partial<TaskLimits>) => {
    const opened = await runner.open(TASKS.counter, start, limits(over));
    assert.ok(opened.ok, JSON.stringify(opened));
    return opened.value;
  };
  const failedWith = (reason: string, cause: RegExp) => (outcome: TaskOutcome<unknown>) => {
    assert.ok(!outcome.ok, JSON.stringify(outcome));
    assert.equal(outcome.reason, reason, String(outcome.cause));
    assert.match(String(outcome.cause), cause);
  };

  it('gives its result', async () => {
    assert.deepEqual(await probe('read the file'), { ok: true, value: 'Contoso' });
  });

  it('gives it nothing of the environment, and a lower priority', async () => {
    const outcome = await probe('look around');
    assert.ok(outcome.ok);
    const { env, priority } = outcome.value as { env: Record<string, string>; priority: number };
    // Running from the sources, where Node keeps what it compiles; nothing when built.
    const { NODE_COMPILE_CACHE: cache, ...rest } = env;
    assert.equal(cache, process.env.NODE_COMPILE_CACHE);
    assert.deepEqual(rest, {});
    assert.equal(priority, 10);
  });

  it('lets it read the one file and no other, write none, and start nothing', async () => {
    const other = await files.file('Fabrikam');
    await probe('read the file', { path: other }).then(failedWith('crashed', /restricted/));
    await probe('write the file').then(failedWith('crashed', /restricted/));
    await probe('start a program').then(failedWith('crashed', /restricted/));
    assert.equal(await readFile(file, 'utf8'), 'Contoso');
  });

  it('passes on what it throws, and what the operating system refused', async () => {
    await probe('throw').then(failedWith('crashed', /^TypeError: no such thing$/));
    const absent = `${files.dir}/nothing`;
    const outcome = await probe('read the file', { file: absent, path: absent });
    assert.ok(!outcome.ok && outcome.cause instanceof Error);
    assert.deepEqual({ ...outcome.cause, stack: '' }, { code: 'ENOENT', syscall: 'open', name: 'Error', stack: '' });
  });

  it('is told of everything else that ends it', async () => {
    await probe('throw where nobody catches').then(failedWith('crashed', /nobody catches/));
    await probe('reject where nobody catches').then(failedWith('crashed', /nobody awaits/));
    await probe('return what cannot be sent').then(failedWith('crashed', /could not be cloned/));
    await probe('exit').then(failedWith('crashed', /ended with code 3/));
    await probe('end by a signal').then(failedWith('crashed', /ended with SIGSEGV/));
    await runner
      .run(TASKS.absent, { act: 'exit', path: file }, limits())
      .then(failedWith('crashed', /Cannot find module/));
  });

  it('is told when no process can be started at all, and goes on', async () => {
    runner = new Runner({ working: 1, conversations: 1 });
    const impossible = 'no\0path';
    await probe('exit', { file: impossible }).then(failedWith('crashed', /null bytes/));
    await runner.open(TASKS.counter, 0, limits({ file: impossible })).then(failedWith('crashed', /null bytes/));
    await (await open(0)).close();
  });

  it('ends it at the limit of memory, whichever kind it takes, and takes none itself', async () => {
    const before = process.memoryUsage.rss();
    await probe('fill typed arrays', { memoryMiB: 300 }).then(failedWith('out of memory', /SIGKILL/));
    await probe('fill the heap', { memoryMiB: 100 }).then(failedWith('out of memory', /SIG(?:ABRT|KILL|TRAP)/));
    await probe('fill the heap', { memoryMiB: 1 }).then(failedWith('out of memory', /SIG(?:ABRT|KILL|TRAP)/));
    assert.ok(process.memoryUsage.rss() - before < 2 ** 26);
  });

  it('ends it at the limit of time, even in a loop', async () => {
    await probe('loop forever', { timeoutMs: 500 }).then(failedWith('too slow', /undefined/));
    await probe('wait forever', { timeoutMs: 500 }).then(failedWith('too slow', /undefined/));
    await loopingConversation(1_500);
  });

  /** Its start counts into its time, and takes longer on a busy machine. */
  async function loopingConversation(timeoutMs: number): Promise<void> {
    const opened = await runner.open(TASKS.counter, 0, limits({ timeoutMs }));
    if (opened.ok) return opened.value.ask('loop').then(failedWith('too slow', /undefined/));
    failedWith('too slow', /undefined/)(opened);
    return loopingConversation(2 * timeoutMs);
  }

  it('ends it when it is called off before, while it waits for a slot, at work, and between answers', async () => {
    await probe('read the file', { signal: AbortSignal.abort() }).then(failedWith('aborted', /undefined/));
    const { signal, abort } = controller();
    runner = new Runner({ working: 1, conversations: 1 });
    const counter = await open(0, { signal });
    const ends = [
      probe('loop forever', { signal }),
      probe('read the file', { signal }),
      runner.open(TASKS.counter, 0, limits({ signal })),
    ];
    abort();
    for (const end of [...ends, counter.ask(1)]) await end.then(failedWith('aborted', /undefined/));
    assert.equal(getEventListeners(signal, 'abort').length, 0);
    // The slots are free again.
    assert.ok((await probe('read the file')).ok);
    await (await open(0)).close();
  });

  it('goes on as a conversation, one answer at a time, until it is closed', async () => {
    const counter = await open(10);
    assert.deepEqual(await Promise.all([counter.ask(1), counter.ask(2), counter.ask(3)]), [
      { ok: true, value: 11 },
      { ok: true, value: 13 },
      { ok: true, value: 16 },
    ]);
    await counter.close();
    await counter.close();
    await counter.ask(1).then(failedWith('closed', /undefined/));
    assert.ok(!isRunning(counter.result));
  });

  it('ends a conversation in which something is thrown', async () => {
    const counter = await open(10);
    await counter.ask('throw').then(failedWith('crashed', /no number/));
    await counter.ask(1).then(failedWith('crashed', /no number/));
    await counter.close();
  });

  it('works on no more tasks at once than it may, first come, first served', async () => {
    runner = new Runner({ working: 1, conversations: 1 });
    const outcomes = await Promise.all([1, 2, 3].map(() => probe('take a moment')));
    const times = outcomes.map((outcome) => {
      assert.ok(outcome.ok);
      return outcome.value as { start: number; end: number };
    });
    assert.ok(
      times.every(({ start }, index) => start >= (times[index - 1]?.end ?? 0)),
      JSON.stringify(times),
    );
  });

  it('lets no task wait for a conversation that is not at work', async () => {
    runner = new Runner({ working: 1, conversations: 1 });
    const counter = await open(0);
    assert.ok((await probe('read the file')).ok);
    let opened = false;
    const second = runner.open(TASKS.counter, 0, limits()).finally(() => {
      opened = true;
    });
    assert.ok((await probe('read the file')).ok);
    assert.equal(opened, false);
    await counter.close();
    const outcome = await second;
    assert.ok(outcome.ok);
    await outcome.value.close();
  });

  it('leaves no process, handle, listener or file behind', async () => {
    const { signal } = controller();
    const before = handles();
    const pids: number[] = [];
    for (let round = 0; round < 5; round++) {
      const counter = await open(round, { signal });
      pids.push(counter.result);
      await Promise.all([
        counter.ask(1).then(() => counter.close()),
        probe('read the file', { signal }),
        probe('throw', { signal }),
        probe('exit', { signal }),
      ]);
    }
    assert.equal(getEventListeners(signal, 'abort').length, 0);
    // Node closes a handle a turn after it has told of the end.
    while (handles() > before) await nextTurn();
    assert.deepEqual(pids.filter(isRunning), []);
    assert.deepEqual(await readdir(files.dir), ['file0']);
  });

  for (const manner of ['idle', 'busy'] as const) {
    it(`ends with its parent when that is killed while the task is ${manner}`, async () => {
      const parent = runNode([PARENT, manner]);
      await parent.says(/child \d+/);
      const pid = Number(/child (\d+)/.exec(parent.stdout)?.[1]);
      assert.ok(isRunning(pid));
      parent.process.kill('SIGKILL');
      await parent.ended;
      await gone(pid);
    });
  }

  it('does not keep its parent alive by a conversation that nobody closed', async () => {
    const parent = runNode([PARENT, 'leaves']);
    assert.deepEqual([(await parent.ended).code, parent.stderr], [0, '']);
    await gone(Number(/child (\d+)/.exec(parent.stdout)?.[1]));
  });
});

/** Processes, and pipes to them, that Node holds open. */
function handles(): number {
  return process.getActiveResourcesInfo().filter((name) => /^(?:Process|Pipe)Wrap$/.test(name)).length;
}

function controller(): { signal: AbortSignal; abort: () => void } {
  const abort = new AbortController();
  return { signal: abort.signal, abort: () => abort.abort() };
}

/** A process that has ended but that nobody has asked about yet does not run (Linux; elsewhere it counts). */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' && process.platform !== 'linux';
  }
}

/** Nobody tells of the end of a process that is not a child. */
async function gone(pid: number): Promise<void> {
  while (isRunning(pid)) await sleep(20);
}
