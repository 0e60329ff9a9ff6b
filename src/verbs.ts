/**
 * The names and data of all card actions, in one place: cards link to each other without importing each other's features.
 * Card data is forgeable and may be stale, so every verb has a schema; ids and one-time keys travel, records never do.
 * Inputs of a card arrive merged into the data, as strings.
 */
import { z } from 'zod';

const id = z.string().min(1).max(100);
/** An input that may be absent (clients leave empty inputs out). */
const input = (max: number) => z.string().max(max).optional();
/** Numbers arrive as numbers from a button and as strings from an old client's submit. */
const page = z.coerce.number().int().min(0).max(100_000).catch(0);

/** Which open claims a list shows. */
const listFilter = {
  page,
  program: input(100),
  workload: input(200),
  owner: z.enum(['mine', 'none', 'all']).optional().catch(undefined),
  text: input(200),
};

/** One claim's card. `list` is the list that it was opened from, packed (`packList`), for the way back. */
const claim = z.object({ claim: id, list: input(700), workloadPage: page });
// Not `key`: React, which some clients draw cards with, takes that property for itself.
const workloadMark = claim.extend({ workload: id, once: id });

const version = z.coerce.number().int().min(0);
const unansweredList = z.object({ page, list: z.enum(['open', 'decided']).optional().catch(undefined) });
/** A group of questions, and the list and its page that it was opened from. */
const unanswered = unansweredList.extend({ question: id });

const ticket = z.coerce.number().int().min(1).max(999_999_999);
const ticketForm = z.object({
  once: id,
  topic: input(100),
  issue: input(100),
  claims: input(4_000),
  description: input(8_000),
  accepted: input(4_000),
});
/** Inputs of the same card come along and are left aside. */
const ticketMark = z.object({ ticket, once: id });

/** A card of the person's own, by its milestone: nobody else's can be named. */
const nudge = z.object({ milestone: id });
const announcement = z.object({
  once: id,
  audience: input(20),
  program: input(100),
  customer: input(300),
  line: input(2_000),
});

export const verbSchemas = {
  help: z.object({}),
  /** How to send documents, how to import: sentences, for the welcome card's buttons. */
  'how.upload': z.object({}),
  'how.import': z.object({}),
  /** The list of topics, and the answer to one. `asked` is the question that it was suggested for. */
  topics: z.object({}),
  topic: z.object({ topic: id, asked: input(100) }),
  /**
   * Questions without an answer, for leads, or those that they decided on. `ruling` is the version of what was decided: a card that is
   * out of date decides nothing.
   */
  unanswered: unansweredList,
  'unanswered.open': unanswered,
  'unanswered.attach': unanswered.extend({ ruling: version, topic: input(100) }),
  'unanswered.dismiss': unanswered.extend({ ruling: version }),
  'unanswered.reopen': unanswered.extend({ ruling: version }),
  /** The form, filled as far as it is known: for a claim (by its id), for a question that got no answer. */
  'ticket.form': z.object({ claim: input(100), issue: input(100), asked: input(100) }),
  /** `accepted`: unknown claim IDs that the person has been warned of, as they stood. */
  'ticket.submit': ticketForm,
  'ticket.save': ticketForm.extend({ ticket }),
  tickets: z.object({ page, only: z.literal('undelivered').optional().catch(undefined) }),
  /** For leads: to where a ticket did not arrive; all that did not. */
  'ticket.resend': ticketMark,
  'tickets.resend': z.object({ once: id }),
  'ticket.open': z.object({ ticket }),
  'ticket.edit': z.object({ ticket }),
  'ticket.hand-over': z.object({ ticket }),
  'ticket.case': ticketMark.extend({ caseNumber: input(200) }),
  'ticket.comment': ticketMark.extend({ comment: input(4_000) }),
  /** The files of a draft, for a ticket instead of a claim. */
  'ticket.add-files': z.object({ ticket, draft: id }),
  'ticket.take': ticketMark,
  'ticket.resolve': ticketMark,
  'ticket.withdraw': ticketMark,
  'ticket.reopen': ticketMark,
  /** A reminder: as it stands now, its claims as a list or one by one (as messages of their own), and quiet for a while. */
  'nudge.refresh': nudge,
  'nudge.list': nudge,
  'nudge.claim': nudge.extend({ claim: id }),
  'nudge.snooze': nudge.extend({ until: z.enum(['tomorrow', 'next week']) }),
  'reminders.set': z.object({ reminders: z.enum(['on', 'off']), milestone: input(100) }),
  /** For leads: where the campaign stands, and reminding by hand. `owner` is a person's id. */
  report: z.object({ page }),
  'report.remind': z.object({ owner: id, page, once: id }),
  'report.remind-all': z.object({ once: id }),
  /** For leads: the notice shared. `once` is the announcement's own key, from the form to the sending. */
  announce: z.object({}),
  'announce.edit': announcement,
  'announce.check': announcement,
  'announce.send': announcement,
  /** What came of it, for leads; for whoever got it the card as it stands, and "I have read it". */
  announcement: z.object({ order: id }),
  'announcement.card': z.object({ order: id }),
  'announcement.read': z.object({ order: id }),
  /** Show or page the list of claims that need POE. */
  'needs-poe': z.object(listFilter),
  'claim.open': claim,
  'claim.not-engaged': workloadMark,
  'claim.engaged': workloadMark,
  'claim.confirm': workloadMark,
  'claim.unconfirm': workloadMark,
  'claim.take': claim.extend({ once: id }),
  /** "Upload POE": says how, and remembers the claim for the next file. */
  'poe.start': z.object({ claim: id }),
  /** "File POE". The draft's id is the one-time key. `workloads` holds keys, comma-separated, as a multi-choice input sends them. */
  'poe.file': z.object({
    draft: id,
    shown: z.string().max(100).optional(),
    claim: input(100),
    claimText: input(200),
    workloads: input(8_000),
  }),
  'poe.discard': z.object({ draft: id }),
  /** What to do with unrecognised columns: inputs `column0`, `column1`, … hold a field's name or nothing. */
  'import.map': z.looseObject({ job: id, columnPage: page }),
  'import.confirm': z.looseObject({ job: id }),
  'import.cancel': z.object({ job: id }),
  /** "File as POE": the spreadsheet is a document after all. */
  'import.as-poe': z.object({ job: id }),
} as const;

export type Verb = keyof typeof verbSchemas;
export type VerbData<V extends Verb> = z.infer<(typeof verbSchemas)[V]>;
export type ListFilter = VerbData<'needs-poe'>;

/** A list's filter and page as one string, to travel with the buttons of a card opened from it. */
export function packList(list: ListFilter): string {
  return JSON.stringify(list);
}

/** The list that was packed; undefined where there is none or it is not one of ours. */
export function unpackList(packed: string | undefined): ListFilter | undefined {
  if (!packed) return undefined;
  try {
    return verbSchemas['needs-poe'].safeParse(JSON.parse(packed)).data;
  } catch {
    return undefined;
  }
}

export function isVerb(name: unknown): name is Verb {
  return typeof name === 'string' && Object.hasOwn(verbSchemas, name);
}
