/** An import that is not through when its press is answered: from then on the runner shows what becomes of it. */
import assert from 'node:assert/strict';
import { importHandlers } from '../../../src/claims/import/handlers.ts';
import type { ImportJob } from '../../../src/claims/import/jobs.ts';
import type { ImportRunner } from '../../../src/claims/import/runner.ts';
import type { ImportService } from '../../../src/claims/import/service.ts';
import type { Turn } from '../../../src/turn.ts';

describe('a press that starts an import', () => {
  it('leaves the result to the runner before it looks how far the import is', async () => {
    const job = {
      _id: 'job',
      state: 'importing',
      fileName: 'export.csv',
      mapping: [],
      counts: { new: 0, changed: 0, same: 0 },
      claimsDone: 0,
      preview: { claims: 1, columns: [], bad: [] },
    } as unknown as ImportJob;
    const shown: boolean[] = [];
    let runs: { turnWaits: boolean } | undefined;
    const imports = {
      async job() {
        if (runs !== undefined) shown.push(runs.turnWaits);
        return job;
      },
      confirm: async () => ({ job, started: true, isPreviewedAgain: false }),
    } as unknown as ImportService;
    const runner = {
      run(_: ImportJob, its: { turnWaits: boolean }) {
        runs = its;
        return new Promise(() => {});
      },
    } as unknown as ImportRunner;
    await importHandlers(imports, runner, async () => new Map(), 0).confirm(
      { locale: 'en-US' } as Turn,
      { job: 'job' } as never,
    );
    assert.deepEqual(shown, [false]);
  });
});
