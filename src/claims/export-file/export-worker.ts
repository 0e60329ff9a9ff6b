/** The worker thread that reads an export and then hands out its associations, batch by batch, until it is terminated. */
import { parentPort, workerData } from 'node:worker_threads';
import { ProgrammingError, UserError } from '../../errors.ts';
import { isExport } from './columns.ts';
import { readColumns, readFile } from './read-file.ts';
import { type Answer, BATCH_SIZE, type BatchRequest, type ReadTask } from './reading.ts';

if (parentPort === null) throw new ProgrammingError('export-worker runs as a worker thread only');
const port = parentPort;
const answer = (message: Answer): void => port.postMessage(message);
const task = workerData as ReadTask;

try {
  if (task.task === 'sniff') await sniff();
  else await read();
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  answer({ kind: 'refused', message: error.message, cause: plain(error.cause) });
}

async function sniff(): Promise<void> {
  const columns = await readColumns(task.path);
  answer({ kind: 'columns', columns: isExport(columns) ? columns : undefined });
}

async function read(): Promise<void> {
  const { facts, associations } = await readFile(task.path, task);
  port.on('message', ({ from }: BatchRequest) => {
    answer({ kind: 'batch', associations: associations(from, from + BATCH_SIZE) });
  });
  answer({ kind: 'facts', facts });
}

/** Some errors carry what cannot cross threads. */
function plain(error: unknown): unknown {
  return error instanceof Error
    ? Object.assign(new Error(error.message), { name: error.name, stack: error.stack })
    : undefined;
}
