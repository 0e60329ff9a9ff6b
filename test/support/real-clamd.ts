/** The clamd of the machine, where it has one (Debian: `clamav-daemon`), with one signature of our own in place of its database. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ClamdAddress } from '../../src/files/clamd.ts';
import { freePort } from './free-port.ts';

const CLAMD = '/usr/sbin/clamd';
/** What the signature finds. */
export const MARKER = 'OUR-OWN-TEST-SIGNATURE';
export const SIGNATURE = 'Our.Own.Test';
/** Bytes; more than this it does not take. */
export const STREAM_MAX = 1024 * 1024;

export const hasClamd = existsSync(CLAMD);

export interface RealClamd extends ClamdAddress {
  stop(): Promise<void>;
}

export async function startRealClamd(): Promise<RealClamd> {
  const folder = await mkdtemp(join(tmpdir(), 'clamd-'));
  const port = await freePort();
  await writeFile(join(folder, 'own.ndb'), `${SIGNATURE}:0:*:${Buffer.from(MARKER).toString('hex')}\n`);
  const config = join(folder, 'clamd.conf');
  const lines = [
    `TCPSocket ${port}`,
    'TCPAddr 127.0.0.1',
    `DatabaseDirectory ${folder}`,
    'Foreground yes',
    `StreamMaxLength ${STREAM_MAX}`,
    // Otherwise it becomes another user, who may not read this folder.
    'User root',
  ];
  await writeFile(config, `${lines.join('\n')}\n`);
  const process = spawn(CLAMD, ['--config-file', config], { stdio: 'ignore' });
  const stop = async (): Promise<void> => {
    if (process.exitCode === null) {
      process.kill('SIGKILL');
      await once(process, 'exit');
    }
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await listening(process, port);
    return { host: '127.0.0.1', port, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** It listens once its signatures are loaded. */
async function listening(process: ChildProcess, port: number): Promise<void> {
  while (process.exitCode === null) {
    const socket = connect({ host: '127.0.0.1', port });
    const [event] = await Promise.race([
      once(socket, 'connect').then(() => ['connect']),
      once(socket, 'error').then(() => ['error']),
    ]).catch(() => ['error']);
    socket.destroy();
    if (event === 'connect') return;
    await sleep(50);
  }
  throw new Error(`clamd ended with ${process.exitCode}`);
}
