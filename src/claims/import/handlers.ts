/** What a lead drops and presses about imports. */
import { setTimeout as after } from 'node:timers/promises';
import type { Reply, Turn } from '../../turn.ts';
import type { VerbData } from '../../verbs/index.ts';
import { importCard } from './cards.ts';
import type { ImportJob, ShownAt } from './jobs.ts';
import type { ImportRunner } from './runner.ts';
import type { ImportService, ReceivedFile } from './service.ts';
import { importTexts } from './texts.ts';
import { importsCard } from './undo-cards.ts';

/** Most imports are through by then and the press is answered with the result; others go on and report on their card. */
const ANSWER_WITHIN_MS = 4_000;

export interface ImportHandlers {
  offer(turn: Turn, file: ReceivedFile): Promise<Reply>;
  map(turn: Turn, data: VerbData<'import.map'>): Promise<Reply>;
  confirm(turn: Turn, data: VerbData<'import.confirm'>): Promise<Reply>;
  cancel(turn: Turn, data: VerbData<'import.cancel'>): Promise<Reply>;
  show(turn: Turn, job: string): Promise<Reply>;
  /** The last imports of the tenant, one of them, and its undo. */
  list(turn: Turn, data: VerbData<'imports'>): Promise<Reply>;
  open(turn: Turn, data: VerbData<'import.open'>): Promise<Reply>;
  undo(turn: Turn, data: VerbData<'import.undo'>): Promise<Reply>;
}

export function importHandlers(
  imports: ImportService,
  runner: ImportRunner,
  namesOf: (tenantId: string, jobs: readonly ImportJob[]) => Promise<ReadonlyMap<string, string>>,
  answerWithinMs = ANSWER_WITHIN_MS,
): ImportHandlers {
  const card = ({ locale }: Turn, job: ImportJob): Reply => ({ card: importCard(job, locale) });

  /** Carries out a started job. A press is answered with the result, or with how far it is after a while; the runner shows the rest. */
  async function carriedOut(turn: Turn, job: ImportJob, read: () => Promise<ImportJob>): Promise<Reply> {
    const shown = { turnWaits: true };
    const running = runner.run(job, shown);
    const waiting = new AbortController();
    const timeout = after(answerWithinMs, undefined, { signal: waiting.signal }).catch(() => undefined);
    try {
      const finished = await Promise.race([running, timeout]);
      // First: an import that ends while its state is read is then told of by the runner.
      shown.turnWaits = false;
      return card(turn, finished ?? (await read()));
    } finally {
      shown.turnWaits = false;
      waiting.abort();
      // A failure after the answer goes to the log; the import resumes from its record.
      running.catch((error: unknown) => turn.log.error({ err: error, job: job._id }, 'an import stopped; it resumes'));
    }
  }

  return {
    async offer(turn, file) {
      return { card: importCard(await imports.receive(turn.person, file), turn.locale) };
    },
    async map(turn, data) {
      const mapped = await imports.choose(turn.person, data.job, data);
      return { card: importCard(mapped, turn.locale, { columnPage: data.columnPage }) };
    },
    async confirm(turn, data) {
      const { job, started, isPreviewedAgain } = await imports.confirm(turn.person, data.job, data, cardOf(turn));
      if (isPreviewedAgain)
        return { card: importCard(job, turn.locale, { note: importTexts(turn.locale).previewedAgain }) };
      return started ? carriedOut(turn, job, () => imports.job(turn.person, job._id)) : card(turn, job);
    },
    async undo(turn, data) {
      const { job, started } = await imports.undo(turn.person, data.job, cardOf(turn));
      return started ? carriedOut(turn, job, () => imports.recentJob(turn.person, job._id)) : card(turn, job);
    },
    async open(turn, data) {
      return card(turn, await imports.recentJob(turn.person, data.job));
    },
    async list(turn, { page }) {
      const jobs = await imports.recent(turn.person);
      return { card: importsCard(jobs, await namesOf(turn.tenantId, jobs), page, turn) };
    },
    async show(turn, job) {
      return { card: importCard(await imports.job(turn.person, job), turn.locale) };
    },
    async cancel(turn, data) {
      return { card: importCard(await imports.cancel(turn.person, data.job), turn.locale) };
    },
  };
}

function cardOf({ cardId }: Turn): ShownAt {
  return cardId === undefined ? {} : { cardId };
}
