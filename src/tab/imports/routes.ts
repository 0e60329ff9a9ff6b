/** Imports on the page, for leads: by the services of the chat, and their rights. */
import { z } from 'zod';
import type { Imports } from '../../claims/import/feature.ts';
import type { ImportJob, ShownAt } from '../../claims/import/jobs.ts';
import { previewedAgainText } from '../../claims/import/replies.ts';
import type { Core } from '../../core.ts';
import { UserError } from '../../errors.ts';
import type { Route } from '../../feature.ts';
import { localeOf, type Person } from '../../people/person.ts';
import type { Poe } from '../../poe/feature.ts';
import type { Problem } from '../../problems/index.ts';
import type { Door } from '../door.ts';
import { json } from '../json.ts';
import { API } from '../params.ts';
import { heldBody } from '../uploads/bodies.ts';
import type { IncomingFiles } from '../uploads/incoming.ts';
import type { AsPoeBody, ImportBody, ImportedBody, ImportsBody, StartedBody, UndoOutcomeBody } from './api.ts';
import { type ImportReader, importBody, importRow, undoOutcome } from './bodies.ts';

/** As many columns as are read of a file, and what else is chosen. */
const MOST_CHOICES = 502;
const choices = z.strictObject({
  choices: z
    .record(z.string().max(20), z.string().max(100))
    .refine((chosen) => Object.keys(chosen).length <= MOST_CHOICES),
});
const nothing = z.strictObject({});

/** The page shows what becomes of it. */
const HERE: ShownAt = { onPage: true };

export interface ImportRouteOptions extends Pick<Core, 'stamps'> {
  readonly door: Door;
  readonly incoming: IncomingFiles;
  readonly imports: Pick<Imports, 'service' | 'begin' | 'namesOf'>;
  readonly uploads: Poe['uploads'];
  /** Why something was refused. */
  readonly say: (problem: Problem, locale: string) => string | undefined;
}

/** An import is the one-time key of what is done with it: it is started once, and undone once. */
export function importRoutes({ door, incoming, imports, uploads, stamps, say }: ImportRouteOptions): Route[] {
  const { service, begin } = imports;
  return [
    door.route(`${API}/imports`, async (person) => {
      const version = await stamps.read(person.tenantId);
      const [undecided, recent, held] = await Promise.all([
        service.undecided(person),
        service.recent(person),
        uploads.held(person),
      ]);
      const reader = await readerOf(person, [...undecided, ...recent]);
      return json<ImportsBody>({
        version,
        undecided: undecided.map((job) => importRow(job, reader)),
        imports: recent.map((job) => importRow(job, reader)),
        held: held
          .filter((one) => one.import)
          .map((one) => heldBody(one, (problem) => say(problem, reader.locale) ?? '')),
        maxBytes: uploads.maxBytes,
      });
    }),
    door.upload(`${API}/imports`, (person, bytes, request) =>
      incoming.take(person, bytes, request, async (file) =>
        json<ImportedBody>(importedBody(await uploads.takeExport(person, file))),
      ),
    ),
    door.route(`${API}/imports/:id`, async (person, request) =>
      json<ImportBody>(await body(person, await service.look(person, request.param('id')))),
    ),
    door.change(`${API}/imports/:id/preview`, choices, async (person, { choices: chosen }, request) =>
      json<ImportBody>(await body(person, await service.choose(person, request.param('id'), chosen))),
    ),
    door.change(`${API}/imports/:id/start`, choices, async (person, { choices: chosen }, request) => {
      const { job, started, isPreviewedAgain } = await service.confirm(person, request.param('id'), chosen, HERE);
      if (started) begin(job);
      const said = isPreviewedAgain ? { said: previewedAgainText(localeOf(person)) } : {};
      return json<StartedBody>({ import: await body(person, job), ...said });
    }),
    door.change(`${API}/imports/:id/cancel`, nothing, async (person, _, request) =>
      json<ImportBody>(await body(person, await service.cancel(person, request.param('id')))),
    ),
    door.change(`${API}/imports/:id/as-poe`, nothing, async (person, _, request) => {
      const upload = await uploads.importAsPoe(person, request.param('id'));
      if (upload === undefined) throw new UserError('import.gone');
      return json<AsPoeBody>({ upload });
    }),
    door.route(`${API}/imports/:id/undo`, async (person, request) =>
      json<UndoOutcomeBody>(undoOutcome(await service.previewUndo(person, request.param('id')), localeOf(person))),
    ),
    door.change(`${API}/imports/:id/undo`, nothing, async (person, _, request) => {
      const { job, started } = await service.undo(person, request.param('id'), HERE);
      if (started) begin(job);
      return json<ImportBody>(await body(person, job));
    }),
  ];

  async function body(person: Person, job: ImportJob): Promise<ImportBody> {
    return importBody(job, await readerOf(person, [job]));
  }

  async function readerOf(person: Person, jobs: readonly ImportJob[]): Promise<ImportReader> {
    const { tenantId, userId } = person;
    return { userId, locale: localeOf(person), names: await imports.namesOf(tenantId, jobs) };
  }
}

function importedBody(id: string | undefined): ImportedBody {
  return id === undefined ? {} : { import: id };
}
