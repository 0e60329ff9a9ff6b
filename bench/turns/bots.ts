/** The bots that are measured, each a process of its own, and what the system says of such a process. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { type Child, type Env, runNode } from '../../test/support/child.ts';

export interface Bot {
  readonly endpoint: string;
  /** Milliseconds of CPU that it has used, all of its threads. */
  cpuMs(): number;
  /** Bytes that it keeps in memory. */
  memory(): number;
  stop(): Promise<void>;
}

/** @param args of Node: the script, with what stands before and behind it */
export async function startBot(args: readonly string[], env: Env = {}): Promise<Bot> {
  const child: Child = runNode(args, env);
  await child.says(/"port":\d+/, 60_000);
  const { pid } = child.process;
  return {
    endpoint: `http://127.0.0.1:${/"port":(\d+)/.exec(child.stdout)?.[1]}/api/messages`,
    cpuMs: () => {
      // proc_pid_stat(5): user and system time stand 12th and 13th behind the name, in ticks.
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      return ((Number(fields[11]) + Number(fields[12])) * 1_000) / ticksASecond();
    },
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024,
    async stop() {
      child.process.kill('SIGTERM');
      await child.ended;
    },
  };
}

let ticks: number | undefined;

function ticksASecond(): number {
  ticks ??= Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
  return ticks;
}
