/**
 * Documents that are dropped on the page of the tab: the same way as those of the chat, one at a time, and filed there. Knows neither
 * Teams nor HTTP.
 */
import { UserError } from '../errors.ts';
import type { Person } from '../people/person.ts';
import type { Draft, Drafts } from './drafts.ts';
import { type ExportFiles, MAY_BE_EXPORTS } from './file-handlers.ts';
import type { FileOnDisk, FileSource, Intake } from './intake.ts';
import type { NamedClaims } from './proposal.ts';
import type { Proposals } from './proposals.ts';
import type { Quarantine, QuarantinedFile } from './quarantine.ts';
import type { PoeService } from './service.ts';

/** More than anybody looks through. */
const MOST_SHOWN = 100;

export interface PageUploadsOptions {
  readonly intake: Intake;
  readonly quarantine: Quarantine;
  readonly drafts: Drafts;
  readonly proposals: Proposals;
  readonly poe: PoeService;
  readonly exports: Pick<ExportFiles, 'inspect'>;
  readonly isLead: (person: Person) => boolean;
  readonly maxBytes: number;
}

export interface FileOnPage extends FileSource {
  /** As its sender says. */
  readonly length?: number | undefined;
  /** The claim (`_id`) that it was dropped on. */
  readonly claim?: string | undefined;
  /** Aborted where its sender wants it no more. */
  readonly signal: AbortSignal;
}

export class PageUploads {
  readonly #options: PageUploadsOptions;

  constructor(options: PageUploadsOptions) {
    this.#options = options;
  }

  /** Most bytes of a file. */
  get maxBytes(): number {
    return this.#options.maxBytes;
  }

  /**
   * Takes a file in, reads it, and proposes a claim for it.
   * @param at campaign clock
   * @returns undefined where it waits for the virus scanner
   * @throws UserError with the reason; then nothing of it is kept
   */
  async take(person: Person, file: FileOnPage, at: Date): Promise<Draft | undefined> {
    const { intake, quarantine, proposals, poe, maxBytes } = this.#options;
    // Before any of it is read.
    if (!(await poe.mayFile(person))) throw new UserError('poe.nothing-to-file-for');
    if ((file.length ?? 0) > maxBytes) throw new UserError('file.too-large', { maxBytes });
    const chosen = file.claim === undefined ? undefined : await proposals.chosen(person, file.claim);
    const taken = await intake.take(person, file, async (onDisk): Promise<NamedClaims | undefined> => {
      await this.#assertNoExport(person, onDisk);
      const named = await proposals.read(person, onDisk, '', at, chosen);
      if (file.signal.aborted) throw new UserError('file.unreachable');
      return named;
    });
    if (taken.unscanned) {
      await quarantine.hold(person, taken.file, '', chosen === undefined ? {} : { claim: chosen._id });
      return undefined;
    }
    const read = [{ file: taken.file, named: taken.finding }];
    const [draft] = await proposals.propose(person, read, '', { chosen, onPage: true });
    return draft;
  }

  /** What a lead imports is imported in the chat. */
  async #assertNoExport(person: Person, { path, kind }: FileOnDisk): Promise<void> {
    const { exports, isLead } = this.#options;
    if (!isLead(person) || !MAY_BE_EXPORTS.has(kind)) return;
    if ((await exports.inspect(path)).isExport) throw new UserError('poe.an-export');
  }

  /** What a person has dropped and not yet filed, the oldest first. */
  open(person: Person): Promise<readonly Draft[]> {
    return this.#options.drafts.openOnPage(person, MOST_SHOWN);
  }

  /** What waits for the virus scanner, and what was refused since. */
  held(person: Person): Promise<readonly QuarantinedFile[]> {
    return this.#options.quarantine.ofPage(person);
  }

  /** They have read why it was refused. */
  dismiss(person: Person, held: string): Promise<void> {
    return this.#options.quarantine.dismiss(person, held);
  }

  /** Files that were dropped together are one upload where they name the same claim. @throws UserError where one is another's */
  async together(person: Person, ids: readonly string[]): Promise<void> {
    const { poe, proposals } = this.#options;
    const drafts: Draft[] = [];
    for (const id of new Set(ids)) drafts.push(await poe.draft(person, id));
    await proposals.together(person, drafts);
  }
}
