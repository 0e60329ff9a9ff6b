/** Imports: the export from Partner Center, from the drop to the last claim written. */

import type { Core } from '../../core.ts';
import type { Feature } from '../../feature.ts';
import { fileProblems } from '../../files/texts.ts';
import type { Person } from '../../people/person.ts';
import type { FileProblems } from '../../problems/files.ts';
import type { ImportProblems } from '../../problems/imports.ts';
import type { Problem } from '../../problems/index.ts';
import type { Messenger, Reply, Turn } from '../../turn.ts';
import type { ImportVerb } from '../../verbs/imports.ts';
import { isExport, mayBeExport } from '../export-file/columns.ts';
import { sniffColumns } from '../export-file/read-export.ts';
import type { Claims } from '../feature.ts';
import { importHandlers } from './handlers.ts';
import { IMPORT_JOBS, ImportJobs } from './jobs.ts';
import { ImportRunner } from './runner.ts';
import { ImportService, type ReceivedFile } from './service.ts';
import { importProblems, importTexts, undoTexts } from './texts.ts';

export interface Imports extends Feature<ImportVerb, keyof FileProblems | keyof ImportProblems> {
  readonly service: ImportService;
  /** What a spreadsheet at this path is, by its columns. */
  inspect(path: string): Promise<SpreadsheetFinding>;
  /** Opens an import for a file in the vault: the card with what it would change. @throws ForbiddenError, UserError */
  offer(turn: Turn, file: ReceivedFile): Promise<Reply>;
  /** Ends an import, and gives its file. Undefined where it is decided already. @throws NotFoundError, ForbiddenError */
  release(person: Person, job: string): Promise<ReceivedFile | undefined>;
  /** The import as it stands. @throws NotFoundError, ForbiddenError */
  show(turn: Turn, job: string): Promise<Reply>;
}

/** `isExport`: an import of it can be offered; it is one, or meant as one. Else why it is none. */
export type SpreadsheetFinding = { readonly isExport: true } | { readonly isExport: false; readonly problem: Problem };

async function inspectSpreadsheet(path: string): Promise<SpreadsheetFinding> {
  const { columns, problem } = await sniffColumns(path);
  if (isExport(columns) || mayBeExport(columns)) return { isExport: true };
  const headers = columns.filter(({ field }) => field !== undefined).map(({ header }) => header);
  return { isExport: false, problem: problem ?? { code: 'import.no-export', data: { headers } } };
}

const RESUME_EVERY_MS = 30_000;

/** The use cases alone, for the command from a shell. */
export function createImportService(core: Core, claims: Claims, jobs = new ImportJobs(core.store)): ImportService {
  const { vault, people, rights, tempDir, newId, realTime, instance, exclusive } = core;
  const { repository, facets, changes, uses } = claims;
  return new ImportService({
    claims: repository,
    facets,
    changes,
    uses,
    jobs,
    people,
    vault,
    rights,
    tempDir,
    newId,
    realTime,
    instance,
    exclusive,
  });
}

export function createImports(core: Core, claims: Claims, messenger: Messenger): Imports {
  const { people, log } = core;
  const jobs = new ImportJobs(core.store);
  const service = createImportService(core, claims, jobs);
  const runner = new ImportRunner({ imports: service, people, messenger, log, monotonic: () => performance.now() });
  const handlers = importHandlers(service, runner, async (tenantId, jobs) => {
    const ids = [...new Set(jobs.map(({ userId }) => userId))];
    const known = await Promise.all(ids.map((userId) => people.get(tenantId, userId)));
    return new Map(known.flatMap((person) => (person === undefined ? [] : [[person.userId, person.name]])));
  });
  return {
    name: 'imports',
    problems: { ...fileProblems, ...importProblems },
    service,
    inspect: inspectSpreadsheet,
    offer: handlers.offer,
    release: (person, job) => service.release(person, job),
    show: handlers.show,
    presses: {
      'how.import': async () => ({ text: importTexts.how }),
      'import.map': handlers.map,
      'import.confirm': handlers.confirm,
      'import.cancel': handlers.cancel,
      imports: handlers.list,
      'import.open': handlers.open,
      'import.undo': handlers.undo,
    },
    commands: [
      {
        name: 'imports',
        pattern:
          /^(?:(?:show |see |list )?(?:me )?(?:the |all |my |our )?(?:last |latest |recent )?imports|(?:undo|revert|roll back|take back) (?:(?:the|my|an|our|this|that) )?(?:last |latest )?imports?)[.!?]*$/i,
        handle: (turn) => handlers.list(turn, { page: 0 }),
      },
    ],
    intents: {
      'import-help': async () => ({ text: importTexts.how }),
      imports: (turn) => handlers.list(turn, { page: 0 }),
    },
    help: {
      forLeads: [importTexts.help, undoTexts.help],
      buttons: [{ title: importTexts.button, verb: 'how.import', data: {}, forLeads: true }],
    },
    timers: [
      {
        name: 'interrupted imports',
        everyMs: RESUME_EVERY_MS,
        failure: 'interrupted imports could not be resumed',
        run: () => runner.resumeInterrupted(),
      },
    ],
    fileNames: { tenants: () => jobs.tenants(), of: (tenantId) => jobs.filesOf(tenantId) },
    records: [{ collection: IMPORT_JOBS, of: ({ userId }) => ({ userId }) }],
    stop: () => runner.stop(),
  };
}
