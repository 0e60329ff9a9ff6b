/** Files that were dropped. Each is taken in or refused by itself. An export goes to the import, everything else becomes POE. */
import { UserError } from '../errors.ts';
import { safeLabel } from '../files/file-name.ts';
import type { SetTimer } from '../outbox/worker.ts';
import type { Person } from '../people/person.ts';
import { type Problem, type Problems, type ProblemTexts, problemText } from '../problems/index.ts';
import type { Card, IncomingFile, Reply, Turn } from '../turn.ts';
import type { VerbData } from '../verbs/index.ts';
import type { DraftFile } from './drafts.ts';
import type { PoeHandlers } from './handlers.ts';
import { chatFile, type DownloadGuard, type FileOnDisk, type Intake } from './intake.ts';
import type { Proposals, ReadFile } from './proposals.ts';
import type { Quarantine } from './quarantine.ts';
import type { PoeService } from './service.ts';
import { poeTexts } from './texts.ts';

/** Teams sends up to ten with a message (docs/platform.md, "Limits"). */
const MOST_FILES = 10;
/** Somebody who waits longer than that is told what for. */
const QUIET_MS = 2_500;
/** Kinds that an export may be of. */
export const MAY_BE_EXPORTS: ReadonlySet<DraftFile['kind']> = new Set(['xlsx', 'txt', 'csv']);

/** Where an export goes to. */
export interface ExportFiles {
  /** Whether a spreadsheet at this path is an export, or why not. */
  inspect(path: string): Promise<{ readonly isExport: true } | { readonly isExport: false; readonly problem: Problem }>;
  offer(turn: Turn, file: DraftFile): Promise<Reply>;
  /** Opens an import, without a card. @returns its id */
  open(person: Person, file: DraftFile): Promise<{ readonly _id: string }>;
  /** The file of an import, and the draft (id) that it has become already. Undefined where the import was started. */
  fileForPoe(person: Person, job: string): Promise<(Omit<DraftFile, 'kind'> & { readonly poe?: string }) | undefined>;
  /** Ends an import whose file has become this draft (id). @returns whether it did */
  endAsPoe(person: Person, job: string, poe: string): Promise<boolean>;
  /** The import as it stands. */
  show(turn: Turn, job: string): Promise<Reply>;
}

/** What somebody means as an export is one. @throws UserError, which says what an export has */
export async function assertIsExport(
  exports: Pick<ExportFiles, 'inspect'>,
  { path, kind }: Pick<FileOnDisk, 'path'> & Pick<DraftFile, 'kind'>,
): Promise<void> {
  if (!MAY_BE_EXPORTS.has(kind)) throw new UserError('sheet.not-a-spreadsheet');
  const found = await exports.inspect(path);
  if (found.isExport) return;
  const { problem } = found;
  if (problem.code !== 'import.no-export') throw new UserError(problem);
  throw new UserError('import.lacks-columns', problem.data);
}

/** Where files may go in place of a claim. */
export interface TicketFiles {
  /** Tickets of the person that files of this draft may go to, as buttons; undefined where there is none. */
  chooseFor(turn: Turn, draft: string): Promise<Card | undefined>;
  addFiles(turn: Turn, ticket: number, files: readonly DraftFile[]): Promise<Reply>;
  /** Whether the person has a ticket that may take files. */
  takesFiles(person: Person): Promise<boolean>;
  /** @throws UserError where files of theirs may not go to this ticket */
  assertTakes(person: Person, ticket: number): Promise<void>;
  /** The same files again change nothing. @throws as `assertTakes` */
  attach(person: Person, ticket: number, files: readonly DraftFile[]): Promise<void>;
}

export interface FileHandlers {
  receive(turn: Turn): Promise<Reply>;
  importAsPoe(turn: Turn, data: VerbData<'import.as-poe'>): Promise<Reply>;
  addToTicket(turn: Turn, data: VerbData<'ticket.add-files'>): Promise<Reply>;
}

export interface FileHandlerOptions {
  readonly intake: Intake;
  readonly quarantine: Quarantine;
  readonly guard: DownloadGuard;
  readonly poe: PoeService;
  readonly proposals: Proposals;
  readonly handlers: PoeHandlers;
  readonly exports: ExportFiles;
  readonly tickets: TicketFiles;
  readonly setTimer: SetTimer;
  readonly isLead: (person: Person) => boolean;
  /** The sentences for what may stand in the way of one file. */
  readonly refusals: Partial<ProblemTexts<Problems>>;
}

/** What became of the files of a message. */
interface TakenIn {
  readonly documents: readonly ReadFile[];
  readonly exports: readonly DraftFile[];
  /** On those that were refused, or wait. */
  readonly notes: string[];
}

interface Inspected {
  /** Whether a spreadsheet is an export. */
  readonly inspected: Awaited<ReturnType<ExportFiles['inspect']>> | undefined;
  readonly named?: ReadFile['named'];
}

export function fileHandlers(options: FileHandlerOptions): FileHandlers {
  const {
    intake,
    quarantine,
    guard,
    poe,
    proposals,
    handlers,
    exports: imports,
    tickets,
    setTimer,
    isLead,
    refusals,
  } = options;

  /** Whoever waits for documents to be read hears of it, once. */
  function progressOf(turn: Turn): { begin(): void; end(): Promise<void> } {
    const [{ name } = { name: '' }, another] = turn.files;
    const text = another
      ? poeTexts(turn.locale).readingSeveral(turn.files.length, turn.locale)
      : poeTexts(turn.locale).reading(safeLabel(name));
    let cancel: (() => void) | undefined;
    let said: Promise<unknown> | undefined;
    const say = (): void => {
      said = turn.say({ text }).catch((err: unknown) => turn.log.warn({ err }, 'not said'));
    };
    return {
      begin() {
        cancel ??= setTimer(say, QUIET_MS);
      },
      async end() {
        cancel?.();
        // What comes next is not to overtake it.
        await said;
      },
    };
  }

  /** Takes the files of a message in, each by itself. */
  async function takeIn(
    turn: Turn,
    { lead, mayFile }: { readonly lead: boolean; readonly mayFile: boolean },
  ): Promise<TakenIn> {
    const notes: string[] = turn.files.length > MOST_FILES ? [poeTexts(turn.locale).tooMany(MOST_FILES)] : [];
    const documents: ReadFile[] = [];
    const exports: DraftFile[] = [];
    const progress = progressOf(turn);
    const inspect = async (onDisk: FileOnDisk): Promise<Inspected> => {
      const { path, kind } = onDisk;
      const found = lead && MAY_BE_EXPORTS.has(kind) ? await imports.inspect(path) : undefined;
      if (found?.isExport) return { inspected: found };
      // Nothing could become of it here but an import: a lead is told why it is none.
      if (!mayFile) throw found === undefined ? new UserError('poe.nothing-to-file-for') : new UserError(found.problem);
      progress.begin();
      return { inspected: found, named: await proposals.read(turn.person, onDisk, turn.text, turn.now) };
    };
    try {
      for (const incoming of turn.files.slice(0, MOST_FILES)) {
        try {
          const taken = await intake.take(turn.person, chatFile(incoming, turn, guard), inspect);
          const { file } = taken;
          if (taken.unscanned) {
            await quarantine.hold(turn.person, file, turn.text);
            notes.push(poeTexts(turn.locale).waitsForScan(file.name));
            continue;
          }
          const { inspected, named } = taken.finding;
          if (inspected?.isExport) exports.push(file);
          else documents.push({ file, named });
          // Of a text nobody expects that it is an export.
          if (inspected?.isExport === false && file.kind !== 'txt')
            notes.push(poeTexts(turn.locale).noExport(file.name, sentence(refusals, inspected.problem, turn.locale)));
        } catch (error) {
          notes.push(
            poeTexts(turn.locale).refused(labelOf(incoming, turn.locale), refusal(refusals, error, turn.locale)),
          );
        }
      }
    } finally {
      await progress.end();
    }
    return { documents, exports, notes };
  }

  /** A draft that a press before has made. */
  async function standing(turn: Turn, id: string): Promise<Reply> {
    const draft = await poe.draft(turn.person, id);
    if (draft.state === 'discarded') throw new UserError('poe.gone');
    return draft.decision === undefined ? handlers.opened(turn, draft) : { text: poeTexts(turn.locale).alreadyDecided };
  }

  return {
    async receive(turn) {
      const lead = isLead(turn.person);
      const mayFile = (await poe.mayFile(turn.person)) || (await tickets.takesFiles(turn.person));
      // A lead's file may be an export; whether it is, its content says.
      if (!mayFile && !lead) return { text: poeTexts(turn.locale).noClaims };
      const { documents, exports, notes } = await takeIn(turn, { lead, mayFile });
      const replies: Reply[] = [];
      for (const file of exports) {
        try {
          replies.push(await imports.offer(turn, file));
        } catch (error) {
          notes.push(poeTexts(turn.locale).refused(file.name, refusal(refusals, error, turn.locale)));
        }
      }
      if (documents.length > 0 || notes.length > 0 || replies.length === 0) {
        const { draft, ...offer } = await handlers.offer(turn, documents, notes);
        replies.push(offer);
        const choices = draft === undefined ? undefined : await tickets.chooseFor(turn, draft);
        if (choices !== undefined) replies.push({ text: poeTexts(turn.locale).orTicket, card: choices });
      }
      for (const reply of replies.slice(0, -1)) await turn.say(reply);
      return replies.at(-1) ?? {};
    },

    async addToTicket(turn, data) {
      const files = await poe.openFiles(turn.person, data.draft);
      const reply = await tickets.addFiles(turn, data.ticket, files);
      // The ticket keeps the files now, so nothing is left to file. A crash before this line leaves the draft; adding the same files
      // again changes nothing.
      await poe.discard(turn.person, data.draft, turn.now);
      return reply;
    },

    async importAsPoe(turn, data) {
      const found = await imports.fileForPoe(turn.person, data.job);
      if (found === undefined) return imports.show(turn, data.job);
      const { poe: became, ...file } = found;
      if (became !== undefined) return standing(turn, became);
      try {
        await proposals.assertHarmless(turn.person, file);
      } catch (error) {
        return { text: poeTexts(turn.locale).refused(file.name, refusal(refusals, error, turn.locale)) };
      }
      const { draft, ...offer } = await handlers.offer(turn, [{ file: { ...file, kind: 'spreadsheet' } }], []);
      // Only now: whatever stops this before leaves the import open, and the next press finds the same draft.
      if (draft !== undefined) await imports.endAsPoe(turn.person, data.job, draft);
      return offer;
    },
  };
}

/** What has no name of its own is called by what it is. */
function labelOf(incoming: IncomingFile, locale: string): string {
  return incoming.name === '' && incoming.source === 'none'
    ? poeTexts(locale).unnamed[incoming.form]
    : safeLabel(incoming.name);
}

/** Why a file was refused, as a sentence. @throws what is no reason for the person, or has no words in `texts` */
function refusal(texts: Partial<ProblemTexts<Problems>>, error: unknown, locale: string): string {
  if (!(error instanceof UserError)) throw error;
  return sentence(texts, error.problem, locale);
}

/** @throws UserError where there are no words for it */
export function sentence(texts: Partial<ProblemTexts<Problems>>, problem: Problem, locale: string): string {
  const text = problemText(texts, problem, locale);
  if (text === undefined) throw new UserError(problem);
  return text;
}
