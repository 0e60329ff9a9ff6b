/** Files that were dropped: each is taken in or refused by itself; an export goes to the import, everything else becomes POE. */
import type { ImportHandlers } from '../associations/import/handlers.ts';
import type { ImportService } from '../associations/import/service.ts';
import { UserError } from '../errors.ts';
import type { Rights } from '../people/roles.ts';
import type { DraftFile } from '../poe/drafts.ts';
import type { PoeHandlers } from '../poe/handlers.ts';
import type { Intake } from '../poe/intake/intake.ts';
import { texts as poeTexts } from '../poe/texts.ts';
import type { Reply, Turn } from '../turn.ts';
import type { VerbData } from '../verbs.ts';

/** Teams sends up to ten a message (PLATFORM, "files to a bot"). */
const MOST_FILES = 10;

export interface FileHandlers {
  receive(turn: Turn): Promise<Reply>;
  importAsPoe(turn: Turn, data: VerbData<'import.as-poe'>): Promise<Reply>;
}

export interface FileHandlerParts {
  readonly intake: Intake;
  readonly poe: PoeHandlers;
  readonly imports: ImportService;
  readonly importHandlers: ImportHandlers;
  readonly rights: Rights;
  /** Whether a spreadsheet at this path is an export (DESIGN 8). */
  readonly isExport: (path: string) => Promise<boolean>;
}

export function fileHandlers({
  intake,
  poe,
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
      if (documents.length > 0 || notes.length > 0 || replies.length === 0)
        replies.push(await poe.offer(turn, documents, notes));
      for (const reply of replies.slice(0, -1)) await turn.say(reply);
      return replies.at(-1) ?? {};
    },

    async importAsPoe(turn, data) {
      const job = await imports.cancel(turn.person, data.job);
      if (job.state !== 'cancelled') return importHandlers.cancel(turn, data);
      const file = { sha256: job.sha256, name: job.fileName, size: job.size, title: poeTexts.spreadsheet };
      return poe.offer(turn, [file], []);
    },
  };
}
