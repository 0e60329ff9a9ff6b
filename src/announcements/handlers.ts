/** Announcements in the chat: the form, a look at whom it reaches, sending, and what came of it. */
import { type Campaigns, campaignNamed, currentCampaign } from '../campaign/campaign.ts';
import type { Facets } from '../claims/facets.ts';
import { NotFoundError, UserError } from '../errors.ts';
import { jsonBytes } from '../format/shorten.ts';
import { problemText } from '../problems/index.ts';
import type { Reply, Turn } from '../turn.ts';
import type { VerbData } from '../verbs/index.ts';
import type { AnnouncementDraft } from './announcement.ts';
import { announceCheckCard, announceFormCard, announcementCard, announcementProgressCard } from './cards.ts';
import { type AnnouncedNotice, type AnnouncedNotices, announcedNotice } from './notice.ts';
import type { AnnouncementOrder } from './order.ts';
import type { AnnouncementService, DraftProblem } from './service.ts';
import { announcementProblems, announcementTexts } from './texts.ts';

export interface AnnouncementHandlers {
  form(turn: Turn, data: VerbData<'announce'>): Promise<Reply>;
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
  readonly notices: AnnouncedNotices;
  readonly newKey: () => string;
}

/** Of JSON. A longer line does not fit on the form either, where it could be put right; nobody writes 500 characters of so many bytes. */
const LINE_BYTES = 6_000;
/** Likewise; it comes back with the form. */
const CUSTOMER_BYTES = 1_200;

export function announcementHandlers({
  announcements,
  facets,
  notices,
  newKey,
}: AnnouncementHandlerOptions): AnnouncementHandlers {
  const [first, ...others] = notices;
  const campaigns: Campaigns = [first.campaign, ...others.map(({ campaign }) => campaign)];

  /** @throws NotFoundError where the notice is gone: no other one is shown or sent in its stead */
  function noticeFor(campaign: string): AnnouncedNotice {
    const notice = announcedNotice(notices, campaign);
    if (notice === undefined) throw new NotFoundError('announcement.not-found');
    return notice;
  }

  async function form(turn: Turn, draft: AnnouncementDraft, problem?: DraftProblem): Promise<Reply> {
    announcements.assertLead(turn.person);
    const { programs } = await facets.of(turn.tenantId);
    const remark = problem && problemText(announcementProblems, problem, turn.locale);
    return { card: announceFormCard(draft, notices, programs, turn.locale, remark) };
  }

  /** What would go out, before it does; or the form, where something is wrong with it. */
  async function check(turn: Turn, draft: AnnouncementDraft, remark?: string): Promise<Reply> {
    const checked = await announcements.check(turn.person, draft);
    if (checked.kind === 'wrong') return form(turn, draft, checked.problem);
    return {
      card: announceCheckCard(draft, checked.audience, checked.counts, noticeFor(draft.campaign), turn, remark),
    };
  }

  /** The same form for another announcement. */
  const another = (draft: AnnouncementDraft): AnnouncementDraft => ({ ...draft, idempotencyKey: newKey() });

  const received = (turn: Turn, { _id, campaign, line, by }: AnnouncementOrder, read: boolean): Reply => ({
    card: announcementCard({ order: _id, line, by: by.name, read }, noticeFor(campaign), turn),
  });

  /** The form as it was entered, in the shape in which it is compared and kept. */
  function draftIn(data: VerbData<'announce.check'>): AnnouncementDraft {
    const { once, audience = '', program = '', customer = '', line = '' } = data;
    if (jsonBytes(line) > LINE_BYTES) throw new UserError('announcement.line-too-long');
    if (jsonBytes(customer) > CUSTOMER_BYTES) throw new UserError('announcement.customer-too-long');
    return {
      idempotencyKey: once,
      campaign: campaignNamed(campaigns, data.campaign)?.id ?? data.campaign ?? '',
      audience,
      program: program.trim(),
      customer: customer.trim(),
      line: line.replaceAll(/\r\n?/g, '\n').trim(),
    };
  }

  return {
    async form(turn, data) {
      const campaign = data.campaign || currentCampaign(campaigns, turn.now, turn.timeZone).id;
      return form(turn, draftIn({ once: newKey(), campaign, audience: 'everyone' }));
    },

    edit: async (turn, data) => form(turn, draftIn(data)),

    async check(turn, data) {
      const draft = draftIn(data);
      // An old client leaves the form of a sent one in the chat: filled in once more, it is another one.
      const isSent = await announcements.isSent(turn.person, draft.idempotencyKey);
      return check(turn, isSent ? another(draft) : draft);
    },

    async send(turn, data) {
      const draft = draftIn(data);
      noticeFor(draft.campaign);
      const outcome = await announcements.send(turn.person, draft, turn.now);
      switch (outcome.kind) {
        case 'sent':
          return { card: announcementProgressCard(outcome.progress, turn) };
        case 'key used':
          return check(turn, another(draft), announcementTexts(turn.locale).another);
        case 'nobody':
          return { card: announceCheckCard(draft, outcome.audience, outcome.counts, noticeFor(draft.campaign), turn) };
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
