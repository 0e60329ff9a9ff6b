/**
 * One turn of the conversation as the features see it: who speaks, where, in which language and time zone, and what was said.
 * `teams/` builds it; nothing here knows botbuilder.
 */
import type { Logger } from 'pino';
import type { TabLink } from './cards/tab-link.ts';
import type { CardWords } from './cards/words.ts';
import type { Attempt } from './outbox/attempt.ts';
import type { Person } from './people/person.ts';
import type { UnfetchableForm } from './problems/files.ts';

/** A card to show: the name of a template in `adaptive-cards/`, its fixed words, and the data it is filled with. */
export interface Card {
  readonly template: string;
  /** Absent: the template has none. */
  readonly words?: CardWords;
  readonly data: object;
  /** The part of the tab that shows the same, to which the card has a link at its end. Absent: none does. */
  readonly inTab?: TabLink;
}

/** A source that a text names by its place in the list: `[1]` for the first. */
export interface Citation {
  readonly name: string;
  /** A sentence on what stands there. */
  readonly abstract: string;
}

/** A file that the bot asks to save where the person keeps theirs: the only way in which Teams takes one from a bot. */
export interface FileOffer {
  /** Comes back with what they say to it (`FileConsent`). */
  readonly offer: string;
  readonly name: string;
  readonly bytes: number;
  /** A sentence on what it is. */
  readonly purpose: string;
}

/** A file that was saved there. */
export interface SavedFile {
  readonly name: string;
  readonly url: string;
  readonly id: string;
  /** Its extension. */
  readonly type: string;
}

/** What a person says to an offer. Everything in it is the client's word, unchecked. */
export interface FileConsent {
  readonly offer: string;
  readonly accepted: boolean;
  /** The place that was opened for the file: where to send its bytes, and the file that it becomes. Absent where it has another shape. */
  readonly place?: { readonly uploadUrl: string; readonly file: Omit<SavedFile, 'type'> } | undefined;
}

/** Where somebody speaks to the bot, and what can be done there (docs/platform.md, "Surfaces"). */
export interface Surface {
  readonly name: 'teams' | 'copilot' | 'outlook';
  /** Files reach the bot, and it can offer some. */
  readonly files: boolean;
  /** What is kept of a chat there lets the bot write to it by itself. */
  readonly unasked: boolean;
  /** A message can be changed later: a card stays as a press has left it. */
  readonly changes: boolean;
  /** Thumbs under an answer reach the bot. */
  readonly thumbs: boolean;
  /** The newest version of the Adaptive Cards schema that is sure to be drawn. */
  readonly cardVersion: '1.3' | '1.5';
}

/** What the bot says: a line of text, a card, or both (the text stands above the card). */
export interface Reply {
  readonly text?: string;
  readonly card?: Card;
  /** It asks for a file, or promises to write unasked. Where the surface has no such thing, other words stand for it or go with it. */
  readonly needs?: 'files' | 'unasked';
  /** Asks in a message of its own, whatever is answered. In personal chats only. */
  readonly fileOffer?: FileOffer;
  readonly savedFile?: SavedFile;
  /**
   * At most ten. A text that cites is an answer: a message of its own that people may like or dislike, in markdown, so that
   * nothing of what people wrote may stand in it.
   */
  readonly citations?: readonly Citation[];
  /** Told the message's id when it has been sent. */
  readonly onSent?: (messageId: string) => Promise<void>;
}

/** A person's thumb under a message of the bot. */
export interface Feedback {
  /** The message's id, as `onSent` told it. */
  readonly messageId: string;
  readonly reaction: 'like' | 'dislike';
  /** What they wrote to it; often nothing. */
  readonly comment: string;
}

/** A file or a picture that a person sent. Everything in it is the client's word, unchecked. */
export type IncomingFile = {
  /** A label, never a path. */
  readonly name: string;
} & (
  | {
      /** `file`: a Teams file with a pre-authorised address; `picture`: pasted, served by the conversation's own service. */
      readonly source: 'file' | 'picture';
      readonly url: string;
    }
  /** Sent in a form that no bot can fetch. */
  | { readonly source: 'none'; readonly form: UnfetchableForm }
);

/** Sends to a person outside of a turn's own answer: progress and results of what goes on after the reply. */
export interface Messenger {
  /** Sends to the personal chat. Returns the activity id, or undefined when the person cannot be reached. */
  send(person: Person, reply: Reply): Promise<string | undefined>;
  /** Changes a message sent before. */
  update(person: Person, activityId: string, reply: Reply): Promise<void>;
}

/** Sends to a conversation whose reference was kept, one request each, never a replay; what came of it is the outbox's to judge. */
export interface ProactiveSender {
  post(reference: string, reply: Reply): Promise<Attempt>;
  change(reference: string, messageId: string, reply: Reply): Promise<Attempt>;
  /** Makes the personal chat of a kept reference anew; it gives the reference from then on. A chat that is there is given as it is. */
  recreate(reference: string, tenantId: string): Promise<{ readonly attempt: Attempt; readonly reference?: string }>;
}

/** Who is a member of a team, asked outside of a turn, by a kept reference of one of its channels. */
export interface TeamRoster {
  /** By the roster now. False also where it cannot be read. @param accountId of the channel (`Person`) */
  hasMember(reference: string, teamId: string, accountId: string): Promise<boolean>;
}

/** The channel of a team that a turn comes from. */
export interface Channel {
  /** The channel itself, not the thread within it. */
  readonly id: string;
  readonly name: string;
  /** Whether somebody is a member of the channel's team now, by the roster. False also where the roster cannot be read. */
  hasMember(person: Person): Promise<boolean>;
  /** How to post to the channel later: opaque, to be kept. */
  readonly reference: string;
  /** Names its team to the roster. Absent where the activity names none. */
  readonly teamId?: string;
}

/** How somebody reads: for numbers and dates. */
export type Reader = Pick<Turn, 'locale' | 'timeZone'>;

/** Who reads a card, and when by the campaign clock. */
export type Viewer = Reader & Pick<Turn, 'now'>;

export interface Turn {
  readonly tenantId: string;
  readonly person: Person;
  readonly scope: 'personal' | 'group' | 'channel';
  readonly surface: Surface;
  /** Only in a channel. */
  readonly channel?: Channel | undefined;
  /** What the person wrote themselves, mentions of the bot, markup and marks that show nothing taken out; empty for a press or a bare file. */
  readonly text: string;
  /** The same with its line breaks. */
  readonly written: string;
  readonly files: readonly IncomingFile[];
  /** The message holds something that is no words of theirs: what they quoted or forwarded, a card, a voice message. */
  readonly holdsMore?: boolean;
  /** They had no chat with the bot before. */
  readonly isNewHere?: boolean;
  /** The message whose card was pressed. Absent where the surface does not let it be changed. */
  readonly cardId?: string | undefined;
  /** The campaign clock at the start of the turn. */
  readonly now: Date;
  /** BCP 47, always one that `Intl` takes. */
  readonly locale: string;
  /** IANA, always one that `Intl` takes. */
  readonly timeZone: string;
  /** Carries the turn's reference id; never given text, tokens or document content. */
  readonly log: Logger;
  /** Says something before the turn's own answer, or beside it. Returns the activity id. */
  say(reply: Reply): Promise<string | undefined>;
  /** Takes a message of the bot out of this chat. Where that fails, it stays, and nobody is told. */
  remove(messageId: string): Promise<void>;
  /** Bearer token for pictures served by the conversation's service; undefined in local mode. Only for that service's own host. */
  serviceToken(): Promise<string | undefined>;
  /** The conversation's authenticated service address. */
  readonly serviceUrl: string;
}
