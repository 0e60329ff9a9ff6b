/** The task that looks for what acts in a document. It runs in a process of its own. */
import { readFile } from 'node:fs/promises';
import { catchRefusal, type Refusable } from '../../files/refusal.ts';
import type { TaskOpening } from '../../files/runner/task.ts';
import type { DocumentKind } from '../kind.ts';
import { refuseActiveDocument } from './active-document.ts';

export interface InsideInput {
  readonly path: string;
  readonly kind: DocumentKind;
}

export default async function insideTask({ path, kind }: InsideInput): Promise<TaskOpening<Refusable<void>>> {
  return { result: await catchRefusal(async () => refuseActiveDocument(await readFile(path), kind)) };
}
