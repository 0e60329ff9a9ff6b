/** Files that were dropped: each is taken in or refused by itself; an export goes to the import, everything else becomes POE. */
import type { ImportHandlers } from '../claims/import/handlers.ts';
import type { ImportService } from '../claims/import/service.ts';
import { UserError } from '../errors.ts';
import type { Rights } from '../people/roles.ts';
import type { DraftFile } from '../poe/drafts.ts';
import type { PoeHandlers } from '../poe/handlers.ts';
import type { Intake } from '../poe/intake.ts';
import { texts as poeTexts } from '../poe/texts.ts';
import type { TicketHandlers } from '../tickets/handlers.ts';
import type { Reply, Turn } from '../turn.ts';
import type { VerbData } from '../verbs.ts';
import { texts } from './texts.ts';

/** Teams sends up to ten a message (PLATFORM, "files to a bot"). */
const MOST_FILES = 10;

export interface FileHandlers {
  receive(turn: Turn): Promise<Reply>;
  importAsPoe(turn: Turn, data: VerbData<'import.as-poe'>): Promise<Reply>;
  addToTicket(turn: Turn, data: VerbData<'ticket.add-files'>): Promise<Reply>;
}

export interface FileHandlerParts {
  readonly intake: Intake;
  readonly poe: PoeHandlers;
  readonly tickets: TicketHandlers;
  readonly imports: ImportService;
  readonly importHandlers: ImportHandlers;
  readonly rights: Rights;
  /** Whether a spreadsheet at this path is an export (DESIGN 8). */
  readonly isExport: (path: string) => Promise<boolean>;
}

export function fileHandlers({
  intake,
  poe,
  tickets,
  imports,
  importHandlers,
  rights,
  isExport,
}: FileHandlerParts): FileHandlers {
  return {
    async receive(turn) {
      const notes: string[] = turn.files.length > MOST_FILES ? [poeTexts.tooMany(MOST_FILES)] : [];
      const documents: DraftFile[] = [];
      const exports: DraftFile[] = [];
      const lead = rights.isLead(turn.person);
      for (const incoming of turn.files.slice(0, MOST_FILES)) {
        try {
          const { file, facts } = await intake.take(turn, incoming, async (path, kind) =>
            lead && (kind === 'xlsx' || kind === 'txt') ? isExport(path) : false,
          );
          (facts ? exports : documents).push(file);
        } catch (error) {
          if (!(error instanceof UserError)) throw error;
          notes.push(poeTexts.refused(intake.label(incoming), error.message));
        }
      }
      const replies: Reply[] = [];
      for (const file of exports) {
        try {
          replies.push(await importHandlers.offer(turn, file));
        } catch (error) {
          if (!(error instanceof UserError)) throw error;
          notes.push(poeTexts.refused(file.name, error.message));
        }
      }
      if (documents.length > 0 || notes.length > 0 || replies.length === 0) {
        const { draft, ...offer } = await poe.offer(turn, documents, notes);
        replies.push(offer);
        const choices = draft === undefined ? undefined : await tickets.chooseFor(turn, draft);
        if (choices !== undefined) replies.push({ text: texts.orTicket, card: choices });
      }
      for (const reply of replies.slice(0, -1)) await turn.say(reply);
      return replies.at(-1) ?? {};
    },

    async addToTicket(turn, data) {
      const files = await poe.openFiles(turn, data.draft);
      const reply = await tickets.addFiles(turn, data.ticket, files);
      // Kept with the ticket: nothing is left to file. A crash in between leaves the draft, and the same files again change nothing.
      await poe.discard(turn, { draft: data.draft });
      return reply;
    },

    async importAsPoe(turn, data) {
      const job = await imports.cancel(turn.person, data.job);
      if (job.state !== 'cancelled') return importHandlers.cancel(turn, data);
      const file = { sha256: job.sha256, name: job.fileName, size: job.size, title: poeTexts.spreadsheet };
      const { draft: _, ...offer } = await poe.offer(turn, [file], []);
      return offer;
    },
  };
}
