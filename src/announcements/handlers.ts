/** Announcements in the chat: the form, a look at whom it reaches, sending, and what came of it. */

import type { Campaign } from '../campaign/campaign.ts';
import type { Facets } from '../claims/facets.ts';
import type { Reply, Turn } from '../turn.ts';
import type { VerbData } from '../verbs/index.ts';
import type { AnnouncementDraft, Audience } from './announcement.ts';
import { announceCheckCard, announceFormCard, announcementCard, announcementProgressCard } from './cards.ts';
import type { AnnouncementOrder } from './order.ts';
import type { AnnouncementService } from './service.ts';
import { announcementTexts } from './texts.ts';

export interface AnnouncementHandlers {
  form(turn: Turn): Promise<Reply>;
  edit(turn: Turn, data: VerbData<'announce.edit'>): Promise<Reply>;
  check(turn: Turn, data: VerbData<'announce.check'>): Promise<Reply>;
  send(turn: Turn, data: VerbData<'announce.send'>): Promise<Reply>;
  /** What came of it so far. */
  progress(turn: Turn, data: VerbData<'announcement'>): Promise<Reply>;
  /** What somebody got, as it stands now. */
  card(turn: Turn, data: VerbData<'announcement.card'>): Promise<Reply>;
  read(turn: Turn, data: VerbData<'announcement.read'>): Promise<Reply>;
}

export interface AnnouncementHandlerOptions {
  readonly announcements: AnnouncementService;
  readonly facets: Facets;
  readonly campaign: Campaign;
  readonly newKey: () => string;
}

const texts = announcementTexts.problems;
const MOST_CHARACTERS = 500;

export function announcementHandlers({
  announcements,
  facets,
  campaign,
  newKey,
}: AnnouncementHandlerOptions): AnnouncementHandlers {
  async function form(turn: Turn, entered: AnnouncementDraft, problem?: string): Promise<Reply> {
    announcements.assertLead(turn.person);
    const { programs } = await facets.of(turn.tenantId);
    return { card: announceFormCard(entered, programs, problem) };
  }

  /** Whom it is for, or what is wrong with it. */
  async function audienceIn({ person }: Turn, entered: AnnouncementDraft): Promise<Audience | string> {
    const { audience: kind, program, customer, line } = entered;
    if (line.length > MOST_CHARACTERS) return texts.longLine;
    switch (kind) {
      case 'everyone':
        return { kind };
      case 'program':
        if (program === '') return texts.noProgram;
        return (await announcements.resolve(person, { kind, name: program })) ?? texts.unknownProgram;
      case 'customer':
        if (customer === '') return texts.noCustomer;
        return (await announcements.resolve(person, { kind, name: customer })) ?? texts.unknownCustomer(customer);
      default:
        return texts.noAudience;
    }
  }

  /** A look before it goes out; or the form, where something is wrong with it. */
  async function check(turn: Turn, entered: AnnouncementDraft, remark?: string): Promise<Reply> {
    const audience = await audienceIn(turn, entered);
    if (typeof audience === 'string') return form(turn, entered, audience);
    const counts = await announcements.counts(turn.person, audience);
    return { card: announceCheckCard(entered, audience, counts, campaign, turn, remark) };
  }

  const received = (turn: Turn, { _id, line, by }: AnnouncementOrder, read: boolean): Reply => ({
    card: announcementCard({ order: _id, line, by: by.name, read }, campaign, turn),
  });

  return {
    form: (turn) => form(turn, { once: newKey(), audience: 'everyone', program: '', customer: '', line: '' }),

    edit: (turn, data) => form(turn, enteredIn(data)),

    async check(turn, data) {
      const entered = enteredIn(data);
      // An old client leaves the form of a sent one in the chat: filled in once more, it is another one.
      const used = (await announcements.sent(turn.person, entered.once)) !== undefined;
      return check(turn, used ? { ...entered, once: newKey() } : entered);
    },

    async send(turn, data) {
      const { person, now } = turn;
      const entered = enteredIn(data);
      const { once, line } = entered;
      const before = await announcements.sent(person, once);
      if (before !== undefined)
        return isSame(before, entered)
          ? { card: announcementProgressCard(await announcements.progress(person, once), turn) }
          : check(turn, { ...entered, once: newKey() }, texts.another);
      const audience = await audienceIn(turn, entered);
      if (typeof audience === 'string') return form(turn, entered, audience);
      const counts = await announcements.counts(person, audience);
      // What was checked may be out of date: where it reaches nobody any more, the lead is told instead.
      if (counts.people === 0) return { card: announceCheckCard(entered, audience, counts, campaign, turn) };
      const announced = { audience, entered: whomIn(entered), line };
      const sent = await announcements.send(person, once, announced, counts, now);
      return { card: announcementProgressCard(sent, turn) };
    },

    async progress(turn, { order }) {
      return { card: announcementProgressCard(await announcements.progress(turn.person, order), turn) };
    },

    async card(turn, { order: id }) {
      const { order, row } = await announcements.received(turn.person, id);
      return received(turn, order, row.readAt !== undefined);
    },

    async read(turn, { order }) {
      return received(turn, await announcements.read(turn.person, order, turn.now), true);
    },
  };
}

/** A press that came again, not another announcement from the same form. */
function isSame(order: AnnouncementOrder, entered: AnnouncementDraft): boolean {
  return order.audience.kind === entered.audience && order.entered === whomIn(entered) && order.line === entered.line;
}

function whomIn({ audience, program, customer }: AnnouncementDraft): string {
  return audience === 'program' ? program : audience === 'customer' ? customer : '';
}

function enteredIn({
  once,
  audience = '',
  program = '',
  customer = '',
  line = '',
}: VerbData<'announce.check'>): AnnouncementDraft {
  return {
    once,
    audience,
    program: program.trim(),
    customer: customer.trim(),
    line: line.replaceAll(/\r\n?/g, '\n').trim(),
  };
}
