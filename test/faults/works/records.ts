/** What changes many records, or one: imports, their undo, and marks. All of it is there, once, or none of it any more. */
import type { ClaimBody } from '../../../src/tab/claims/api.ts';
import type { ImportsBody } from '../../../src/tab/imports/api.ts';
import { claimOf, until } from '../stage.ts';
import { createImport, createSteps, type Task, type Works } from '../work.ts';

/** Of an import: some batches of them. */
const ROWS = 1_200;
const DONE_WITHIN_MS = 60_000;

export const recordWorks: Works = {
  import: (task) => ({
    act: importRows(task),
    check: () => counts(task, ROWS),
  }),
  undo: (task) => {
    const { stage, lead, n } = task;
    const step = createSteps();
    return {
      prepare: importRows(task),
      async act() {
        const { imports } = await stage.ask<ImportsBody>(lead, 'imports');
        const id = imports.find(({ file }) => file === `${claimOf(n)}.csv`)?.id;
        // While another import is under way it is refused.
        const begun = () => step('undo', () => stage.ask(lead, `imports/${id}/undo`, {})).then(() => true);
        if (!(await until(begun, DONE_WITHIN_MS, stage.gaveUp))) throw new Error(`no undo of ${claimOf(n)}`);
        await becomes(task, 'undone');
      },
      check: () => counts(task, 0),
    };
  },
  mark: ({ stage, lead, n }) => {
    const owner = stage.owner(n);
    const kind = 'not-engaged';
    return {
      prepare: async () => void (await owner.chat.says('help')),
      async act() {
        const claim = await stage.recordOf(claimOf(n));
        const body = { idempotencyKey: `the only press of ${n}`, kind, workload: 'exchange-online' };
        await stage.ask(owner, `claims/${claim}/actions`, body);
      },
      async check() {
        const { deeds } = await stage.ask<ClaimBody>(lead, `claims/${await stage.recordOf(claimOf(n))}`);
        const marks = deeds.filter((deed) => deed.kind === kind).length;
        return marks === 1 ? [] : [`${claimOf(n)} was marked ${marks} times`];
      },
    };
  },
};

const rowsOf = (n: number): string => `ROW-${claimOf(n)}-`;

function importRows(task: Task): () => Promise<void> {
  const { n } = task;
  const rows = Array.from({ length: ROWS }, (_, i) => ({ claim: `${rowsOf(n)}${i}` }));
  const begin = createImport(task, `${claimOf(n)}.csv`, rows);
  return async () => {
    await begin();
    await becomes(task, 'done');
  };
}

/** By itself, whatever has become of the bot that began it. @throws Error where it does not */
async function becomes({ stage, lead, n }: Task, state: 'done' | 'undone'): Promise<void> {
  const isSo = async (): Promise<boolean> => {
    const { imports } = await stage.ask<ImportsBody>(lead, 'imports');
    return imports.some((one) => one.file === `${claimOf(n)}.csv` && one.state === state);
  };
  if (!(await until(isSo, DONE_WITHIN_MS, stage.gaveUp)))
    throw new Error(`the import of ${claimOf(n)} is not ${state}`);
}

async function counts({ stage, n }: Task, expected: number): Promise<string[]> {
  const count = await stage.countOf(rowsOf(n));
  return count === expected ? [] : [`of the import ${claimOf(n)} there are ${count} claims, not ${expected}`];
}
