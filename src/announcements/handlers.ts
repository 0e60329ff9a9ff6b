/** Announcements in the chat: the form, a look at whom it reaches, sending, and what came of it. */
import type { Campaign } from '../campaign/campaign.ts';
import type { Facets } from '../claims/facets.ts';
import { problemText } from '../problems/index.ts';
import type { Reply, Turn } from '../turn.ts';
import type { VerbData } from '../verbs/index.ts';
import type { AnnouncementDraft } from './announcement.ts';
import { announceCheckCard, announceFormCard, announcementCard, announcementProgressCard } from './cards.ts';
import type { AnnouncementOrder } from './order.ts';
import type { AnnouncementService, DraftProblem } from './service.ts';
import { announcementProblems, announcementTexts } from './texts.ts';

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

export function announcementHandlers({
  announcements,
  facets,
  campaign,
  newKey,
}: AnnouncementHandlerOptions): AnnouncementHandlers {
  async function form(turn: Turn, draft: AnnouncementDraft, problem?: DraftProblem): Promise<Reply> {
    announcements.assertLead(turn.person);
    const { programs } = await facets.of(turn.tenantId);
    const remark = problem && problemText(announcementProblems, problem, turn.locale);
    return { card: announceFormCard(draft, programs, remark) };
  }

  /** What would go out, before it does; or the form, where something is wrong with it. */
  async function check(turn: Turn, draft: AnnouncementDraft, remark?: string): Promise<Reply> {
    const checked = await announcements.check(turn.person, draft);
    if (checked.kind === 'wrong') return form(turn, draft, checked.problem);
    return { card: announceCheckCard(draft, checked.audience, checked.counts, campaign, turn, remark) };
  }

  /** The same form for another announcement. */
  const another = (draft: AnnouncementDraft): AnnouncementDraft => ({ ...draft, idempotencyKey: newKey() });

  const received = (turn: Turn, { _id, line, by }: AnnouncementOrder, read: boolean): Reply => ({
    card: announcementCard({ order: _id, line, by: by.name, read }, campaign, turn),
  });

  return {
    form: (turn) => form(turn, { idempotencyKey: newKey(), audience: 'everyone', program: '', customer: '', line: '' }),

    edit: (turn, data) => form(turn, draftIn(data)),

    async check(turn, data) {
      const draft = draftIn(data);
      // An old client leaves the form of a sent one in the chat: filled in once more, it is another one.
      const isSent = await announcements.isSent(turn.person, draft.idempotencyKey);
      return check(turn, isSent ? another(draft) : draft);
    },

    async send(turn, data) {
      const draft = draftIn(data);
      const outcome = await announcements.send(turn.person, draft, turn.now);
      switch (outcome.kind) {
        case 'sent':
          return { card: announcementProgressCard(outcome.progress, turn) };
        case 'key used':
          return check(turn, another(draft), announcementTexts.another);
        case 'nobody':
          return { card: announceCheckCard(draft, outcome.audience, outcome.counts, campaign, turn) };
        case 'wrong':
          return form(turn, draft, outcome.problem);
      }
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

/** The form as it was entered, in the shape in which it is compared and kept. */
function draftIn({
  once,
  audience = '',
  program = '',
  customer = '',
  line = '',
}: VerbData<'announce.check'>): AnnouncementDraft {
  return {
    idempotencyKey: once,
    audience,
    program: program.trim(),
    customer: customer.trim(),
    line: line.replaceAll(/\r\n?/g, '\n').trim(),
  };
}
