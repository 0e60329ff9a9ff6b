/** Imports: the export from Partner Center, from the drop to the last claim written. */

import type { Core } from '../../core.ts';
import type { Feature } from '../../feature.ts';
import { fileProblems } from '../../files/texts.ts';
import type { Person } from '../../people/person.ts';
import type { FileProblems } from '../../problems/files.ts';
import type { ImportProblems } from '../../problems/imports.ts';
import type { Problem } from '../../problems/index.ts';
import { forgetWhile } from '../../storage/forget.ts';
import type { Messenger, Reply, Turn } from '../../turn.ts';
import type { ImportVerb } from '../../verbs/imports.ts';
import { isExport, mayBeExport } from '../export-file/columns.ts';
import { sniffColumns } from '../export-file/read-export.ts';
import type { Claims } from '../feature.ts';
import { importHandlers } from './handlers.ts';
import { IMPORT_JOBS, type ImportJob, ImportJobs } from './jobs.ts';
import { ImportRunner } from './runner.ts';
import { type FileForPoe, ImportService, type ReceivedFile } from './service.ts';
import { importProblems, importTexts, undoTexts } from './texts.ts';

export interface Imports extends Feature<ImportVerb, keyof FileProblems | keyof ImportProblems> {
  readonly service: ImportService;
  /** Goes on with one that was started on the page, after the answer. */
  begin(job: ImportJob): void;
  /** The names of those who imported and undid, by `userId`, as far as they are known here. */
  namesOf(tenantId: string, jobs: readonly ImportJob[]): Promise<ReadonlyMap<string, string>>;
  /** What a spreadsheet at this path is, by its columns. */
  inspect(path: string): Promise<SpreadsheetFinding>;
  /** Opens an import for a file in the vault: the card with what it would change. @throws ForbiddenError, UserError */
  offer(turn: Turn, file: ReceivedFile): Promise<Reply>;
  /** The same without a card, and without waiting for what it would change. @throws ForbiddenError */
  open(person: Person, file: ReceivedFile): Promise<ImportJob>;
  /** As `ImportService#fileForPoe`. */
  fileForPoe(person: Person, job: string): Promise<FileForPoe | undefined>;
  /** As `ImportService#endAsPoe`. */
  endAsPoe(person: Person, job: string, poe: string): Promise<boolean>;
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

const howToImport = async ({ locale }: Turn): Promise<Reply> => ({ text: importTexts(locale).how, needs: 'files' });

export function createImports(core: Core, claims: Claims, messenger: Messenger): Imports {
  const { people, log } = core;
  const jobs = new ImportJobs(core.store);
  const service = createImportService(core, claims, jobs);
  const runner = new ImportRunner({ imports: service, people, messenger, log, monotonic: () => performance.now() });
  const namesOf: Imports['namesOf'] = async (tenantId, some) => {
    const ids = [...new Set(some.flatMap(({ userId, undo }) => [userId, ...(undo ? [undo.userId] : [])]))];
    const known = await Promise.all(ids.map((userId) => people.get(tenantId, userId)));
    return new Map(known.flatMap((person) => (person === undefined ? [] : [[person.userId, person.name]])));
  };
  const handlers = importHandlers(service, runner, namesOf);
  return {
    name: 'imports',
    problems: { ...fileProblems, ...importProblems },
    service,
    inspect: inspectSpreadsheet,
    begin: (job) => runner.begin(job),
    namesOf,
    offer: handlers.offer,
    open: (person, file) => service.open(person, file),
    fileForPoe: (person, job) => service.fileForPoe(person, job),
    endAsPoe: (person, job, poe) => service.endAsPoe(person, job, poe),
    show: handlers.show,
    presses: {
      'how.import': howToImport,
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
      'import-help': howToImport,
      imports: (turn) => handlers.list(turn, { page: 0 }),
    },
    help: (locale) => ({
      forLeads: [{ text: importTexts(locale).help, needs: 'files' }, undoTexts(locale).help],
      buttons: [{ title: importTexts(locale).button, verb: 'how.import', data: {}, forLeads: true, needs: 'files' }],
    }),
    timers: [
      {
        name: 'interrupted imports',
        everyMs: RESUME_EVERY_MS,
        failure: 'interrupted imports could not be resumed',
        run: () => runner.resumeInterrupted(),
      },
    ],
    fileNames: { tenants: () => jobs.tenants(), of: (tenantId) => jobs.filesOf(tenantId) },
    records: [{ collection: IMPORT_JOBS, of: ({ userId }) => ({ userId }), stays: true, forget: forgetWhile('state') }],
    stop: () => runner.stop(),
  };
}
