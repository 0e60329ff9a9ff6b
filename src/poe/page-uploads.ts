/**
 * Documents that are dropped on the page of the tab: the same way as those of the chat, one at a time, and filed there. Knows neither
 * Teams nor HTTP.
 */
import { ForbiddenError, UserError } from '../errors.ts';
import type { Person } from '../people/person.ts';
import type { Draft, Drafts } from './drafts.ts';
import { assertIsExport, type ExportFiles, MAY_BE_EXPORTS, type TicketFiles } from './file-handlers.ts';
import type { FileOnDisk, FileSource, Intake, Taken } from './intake.ts';
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
  readonly exports: Pick<ExportFiles, 'inspect' | 'open' | 'fileForPoe' | 'endAsPoe'>;
  readonly tickets: Pick<TicketFiles, 'assertTakes' | 'attach'>;
  readonly isLead: (person: Person) => boolean;
  readonly maxBytes: number;
}

export interface FileOnPage extends FileSource {
  /** As its sender says. */
  readonly length?: number | undefined;
  /** The claims (`_id`) that it was dropped on. */
  readonly claims?: readonly string[];
  /** Aborted where its sender wants it no more. */
  readonly signal: AbortSignal;
}

/** What became of a file: uploads that are to be filed, none where it waits for the virus scanner; or the import (id) of a lead's export. */
export type TakenOnPage = { readonly drafts: readonly Draft[] } | { readonly import: string };

/** An export, or what a document names. */
type Found = 'export' | NamedClaims | undefined;

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
   * Takes a file in, reads it, and proposes a claim for it, or each of those that it was dropped on; for a lead's export it opens an import.
   * @param at campaign clock
   * @throws UserError with the reason; then nothing of it is kept
   */
  async take(person: Person, file: FileOnPage, at: Date): Promise<TakenOnPage> {
    const { quarantine, proposals, poe, exports, isLead } = this.#options;
    // Before any of it is read.
    const mayFile = await poe.mayFile(person);
    if (!mayFile && !isLead(person)) throw new UserError('poe.nothing-to-file-for');
    const chosen = await proposals.chosen(person, file.claims ?? []);
    const taken = await this.#takeIn(person, file, async (onDisk): Promise<Found> => {
      const isSpreadsheet = isLead(person) && MAY_BE_EXPORTS.has(onDisk.kind);
      const found = isSpreadsheet ? await exports.inspect(onDisk.path) : undefined;
      if (found?.isExport) return 'export';
      if (!mayFile) throw found === undefined ? new UserError('poe.nothing-to-file-for') : new UserError(found.problem);
      return proposals.read(person, onDisk, '', at, chosen);
    });
    if (taken.unscanned) {
      await quarantine.hold(person, taken.file, '', { claims: chosen.map(({ _id }) => _id) });
      return { drafts: [] };
    }
    const { file: kept, finding } = taken;
    if (finding === 'export') return { import: (await exports.open(person, kept))._id };
    return { drafts: await proposals.propose(person, [{ file: kept, named: finding }], '', { chosen, onPage: true }) };
  }

  /**
   * Takes a file in for a ticket, which has it then. Nobody reads what it says.
   * @returns whether it is there; else it waits for the virus scanner, and goes there by itself
   * @throws UserError with the reason; then nothing of it is kept
   */
  async attach(person: Person, ticket: number, file: FileOnPage): Promise<boolean> {
    const { quarantine, proposals, tickets } = this.#options;
    // Before any of it is read.
    await tickets.assertTakes(person, ticket);
    const taken = await this.#takeIn(person, file, (onDisk) => proposals.assertHarmlessOnDisk(onDisk));
    if (taken.unscanned) await quarantine.hold(person, taken.file, '', { ticket });
    else await tickets.attach(person, ticket, [taken.file]);
    return taken.unscanned !== true;
  }

  /**
   * Takes in what a lead means as an export, and opens an import.
   * @returns its id; undefined: it waits for the virus scanner, and is opened by itself then
   * @throws UserError where it is none
   */
  async takeExport(person: Person, file: FileOnPage): Promise<string | undefined> {
    const { exports, quarantine, isLead } = this.#options;
    if (!isLead(person)) throw new ForbiddenError('import.leads-only');
    const taken = await this.#takeIn(person, file, (onDisk) => assertIsExport(exports, onDisk));
    if (!taken.unscanned) return (await exports.open(person, taken.file))._id;
    await quarantine.hold(person, taken.file, '', { import: true });
    return undefined;
  }

  /**
   * Makes an upload of the file of an import, which is a document for a claim after all, and ends the import. Asked again, it is the same upload.
   * @returns its id; undefined where the import was started
   * @throws UserError where the file is refused: the import stays open then
   */
  async importAsPoe(person: Person, job: string): Promise<string | undefined> {
    const { exports, proposals } = this.#options;
    const found = await exports.fileForPoe(person, job);
    if (found?.poe !== undefined) return found.poe;
    if (found === undefined) return undefined;
    await proposals.assertHarmless(person, found);
    const read = [{ file: { ...found, kind: 'spreadsheet' as const } }];
    const [draft] = await proposals.propose(person, read, '', { onPage: true });
    return draft && (await exports.endAsPoe(person, job, draft._id)) ? draft._id : undefined;
  }

  /** @throws UserError where it is too large, before any of it is read, or where its sender has left */
  #takeIn<T>(person: Person, file: FileOnPage, inspect: (file: FileOnDisk) => Promise<T>): Promise<Taken<T>> {
    const { intake, maxBytes } = this.#options;
    if ((file.length ?? 0) > maxBytes) throw new UserError('file.too-large', { maxBytes });
    return intake.take(person, file, async (onDisk) => {
      const found = await inspect(onDisk);
      if (file.signal.aborted) throw new UserError('file.unreachable');
      return found;
    });
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
