/** Runs started imports while the conversation goes on: progress on their card, the result to the person, a stop at shutdown. */

import type { Logger } from 'pino';
import type { People } from '../../people/people.ts';
import { localeOf } from '../../people/person.ts';
import type { Messenger } from '../../turn.ts';
import { importCard } from './cards.ts';
import type { ImportJob } from './jobs.ts';
import type { ImportService } from './service.ts';
import { importFailureText, importTexts, undoTexts } from './texts.ts';
import { undoneClaims } from './undo-record.ts';

/** Teams allows 7 operations a second in one chat; a card that changes faster than this cannot be read. */
const SHOW_EVERY_MS = 2_000;

export interface ImportRunnerOptions {
  readonly imports: ImportService;
  readonly people: People;
  readonly messenger: Messenger;
  readonly log: Logger;
  /** Milliseconds, monotonic. */
  readonly monotonic: () => number;
}

export class ImportRunner {
  readonly #options: ImportRunnerOptions;
  readonly #stopping = new AbortController();
  readonly #running = new Set<Promise<unknown>>();

  constructor(options: ImportRunnerOptions) {
    this.#options = options;
  }

  /**
   * Runs a job that `ImportService#start` gave. `shown` tells whether somebody else shows the result
   * (the turn that started it, while it still waits); progress goes to the job's card only when not.
   */
  run(job: ImportJob, shown: { turnWaits: boolean }): Promise<ImportJob | undefined> {
    return this.#track(job, shown, false);
  }

  /** Runs a job that somebody has started on the page, which looks itself how far it is. A failure goes to the log; the import resumes from its record. */
  begin(job: ImportJob): void {
    this.#track(job, { turnWaits: false }, false).catch((error: unknown) =>
      this.#options.log.error({ err: error, job: job._id }, 'an import stopped; it resumes'),
    );
  }

  #track(job: ImportJob, shown: { turnWaits: boolean }, isResumed: boolean): Promise<ImportJob | undefined> {
    const running = this.#run(job, shown, isResumed).finally(() => this.#running.delete(running));
    this.#running.add(running);
    return running;
  }

  async #run(job: ImportJob, shown: { turnWaits: boolean }, isResumed: boolean): Promise<ImportJob | undefined> {
    const { imports, people, messenger, monotonic, log } = this.#options;
    // An import goes on also where nobody can be told of it.
    const { userId, cardId, onPage } = job.undo ?? job;
    const person = await people.get(job.tenantId, userId).catch(() => undefined);
    let lastShown = monotonic();
    let showing = Promise.resolve();
    const show = (current: ImportJob): void => {
      if (shown.turnWaits || person === undefined || cardId === undefined) return;
      // One after the other: an older state never lands on top of a newer one.
      showing = showing
        .then(() => messenger.update(person, cardId, { card: importCard(current, localeOf(person)) }))
        .catch((error: unknown) => log.warn({ err: error, job: job._id }, 'the state of an import could not be shown'));
    };
    const finished = await imports.run(job, this.#stopping.signal, (current) => {
      if (monotonic() - lastShown < SHOW_EVERY_MS) return;
      lastShown = monotonic();
      show(current);
    });
    if (finished !== undefined) {
      log.info({ job: job._id, state: finished.state, ...finished.counts }, 'import finished');
      show(finished);
      await showing;
      if (!shown.turnWaits && !onPage && person !== undefined) {
        const text = endText(finished, localeOf(person));
        await messenger
          .send(person, { text })
          .catch((error: unknown) => log.warn({ err: error }, 'the result of an import could not be sent'));
      }
      // An import that was started beside an undo has waited for its end; of those that are taken over it is the next.
      if (!isResumed && job.state === 'undoing')
        this.resumeInterrupted().catch((error: unknown) =>
          log.error({ err: error }, 'an import waits for the next round'),
        );
    }
    return finished;
  }

  /** Takes over interrupted imports, one after the other. Called at start and by a timer. */
  async resumeInterrupted(): Promise<void> {
    for (;;) {
      if (this.#stopping.signal.aborted) return;
      const job = await this.#options.imports.takeOver();
      if (job === undefined) return;
      this.#options.log.info({ job: job._id, claimsDone: job.claimsDone }, 'resuming an interrupted import');
      await this.#track(job, { turnWaits: false }, true);
    }
  }

  /** Stops between two batches; what is left resumes at the next start. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.allSettled(this.#running);
  }
}

function endText({ state, fileName, counts, failure, undo, undoFailure }: ImportJob, locale: string): string {
  if (undoFailure !== undefined) return importFailureText(undoFailure, locale);
  if (state === 'undone' && undo !== undefined)
    return undoTexts(locale).undoneLine(fileName, undoneClaims(undo), undo.restored, undo.kept, locale);
  if (state === 'done') return importTexts(locale).doneLine(fileName, counts, locale);
  return failure === undefined ? '' : importFailureText(failure, locale);
}
