/** A real child process of a test: what it says, when it says it, and how it ends. */
import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface End {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Child {
  readonly process: ChildProcess;
  /** What it wrote so far. */
  readonly stdout: string;
  readonly stderr: string;
  /** Waits until its output holds this. @throws Error with all it said when it ends before, or after `ms` */
  says(pattern: RegExp, ms?: number): Promise<void>;
  readonly ended: Promise<End>;
}

export type Env = Readonly<Record<string, string | undefined>>;

/** Of the surroundings only what a program needs to run at all: the rest would configure the bot. */
export function bareEnv(): Env {
  const { PATH, HOME, TMPDIR, SYSTEMROOT, NODE_COMPILE_CACHE } = process.env;
  return { PATH, HOME, TMPDIR, SYSTEMROOT, NODE_COMPILE_CACHE, TZ: 'UTC' };
}

/** Runs a script of the project under this Node, in the project's folder. */
export function runNode(args: readonly string[], env: Env = {}): Child {
  return runChild(process.execPath, args, env);
}

export function runChild(command: string, args: readonly string[], env: Env = {}): Child {
  const child = spawn(command, args, {
    cwd: ROOT,
    env: { ...bareEnv(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const news = new EventEmitter();
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      said[name] += text;
      news.emit('news');
    });
  }
  const ended = new Promise<End>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      resolve({ code, signal, ...said });
      news.emit('news');
    });
  });
  return {
    process: child,
    get stdout() {
      return said.stdout;
    },
    get stderr() {
      return said.stderr;
    },
    ended,
    says(pattern, ms = 20_000) {
      return new Promise((resolve, reject) => {
        const end = (settle: () => void): void => {
          clearTimeout(deadline);
          news.off('news', look);
          settle();
        };
        const fail = (): void => reject(new Error(`${pattern} was not said, but:\n${said.stdout}\n${said.stderr}`));
        const look = (): void => {
          if (pattern.test(said.stdout) || pattern.test(said.stderr)) end(resolve);
          else if (child.exitCode !== null || child.signalCode !== null) end(fail);
        };
        const deadline = setTimeout(() => end(fail), ms);
        news.on('news', look);
        look();
      });
    },
  };
}

/** One line of text, closed: what a person is told when something is wrong. */
export const ONE_SENTENCE = /^[^\n]+\.\n$/;
