/** What the page and the server say to each other of the campaign. Types alone, as in `../api.ts`. */
import type { AnnouncementProgress, Audience, AudienceCounts } from '../../announcements/announcement.ts';
import type { CampaignDay } from '../../report/days.ts';
import type { CampaignOverview, OverviewOwner, OwnersWho } from '../../report/service.ts';
import type { TicketState } from '../../tickets/ticket.ts';

/** `GET /tab/api/campaign?…`, for leads. */
export interface CampaignParams {
  /** Its id; absent: the one whose deadline comes next. */
  readonly campaign?: string;
  readonly who?: OwnersWho;
}

/** `GET /tab/api/campaign/days?campaign=…`, for leads */
export interface CampaignDaysBody {
  /** The newest last: today, as it stands now. Days of which nothing was kept are left out. */
  readonly days: readonly CampaignDay[];
}

export interface CampaignOwnerBody extends OverviewOwner {
  /** A reminder may reach them, and they have something open. */
  readonly canRemind: boolean;
}

export interface CampaignBody extends Omit<CampaignOverview, 'owners' | 'progress'> {
  /** What is shown is this old at the most (`VersionBody`). */
  readonly version: string;
  readonly id: string;
  readonly owners: readonly CampaignOwnerBody[];
  readonly who: OwnersWho;
  /** Reminders of this campaign by what became of them. */
  readonly reminders: Readonly<Record<'sent' | 'due' | 'unknown' | 'failed' | 'skipped', number>>;
  readonly tickets: Readonly<Partial<Record<TicketState, number>>>;
}

/** `POST /tab/api/campaign/remind`. The same person is reminded once a day, however often it is sent. */
export interface RemindParams {
  readonly campaign: string;
  /** As the list of owners names them. */
  readonly owner: string;
}

export interface RemindBody {
  /** What came of it, as a sentence. */
  readonly said: string;
}

/** `POST /tab/api/campaign/remind-all` */
export interface RemindAllParams {
  readonly idempotencyKey: string;
  readonly campaign: string;
}

export interface RemindAllBody {
  /** Not because of an earlier request under the same key. */
  readonly added: boolean;
}

/** `POST /tab/api/campaign/notice`, and before it `POST /tab/api/campaign/notice/check` */
export interface ShareParams {
  readonly idempotencyKey: string;
  readonly campaign: string;
  readonly audience: Audience['kind'];
  /** For a program, its name; for a customer, their name or a claim ID. */
  readonly name: string;
  /** What the lead says above the notice; may be empty. */
  readonly line: string;
}

/** Who would get it just now, or what is to be put right. */
export type ShareCheckBody = { readonly problem: string } | AudienceCounts;

/** What came of it so far; or that it would reach nobody; or what is to be put right. */
export type ShareBody =
  | { readonly problem: string }
  | { readonly nobody: true }
  | Pick<AnnouncementProgress, 'waiting' | 'sent' | 'unknown' | 'failed' | 'off' | 'unreachedInAll'>;
