/** Where an activity comes from, and what that place lacks beside Teams, in words (docs/platform.md, "Surfaces"). */
import { sentencesText } from '../format/list.ts';
import type { Person } from '../people/person.ts';
import { reachOf } from '../people/reach.ts';
import type { Reply, Surface } from '../turn.ts';
import { entitiesOf, type IncomingActivity } from './activity.ts';
import { surfaceTexts } from './texts.ts';

const SURFACES = {
  teams: { name: 'teams', files: true, unasked: true, changes: true, thumbs: true, cardVersion: '1.5' },
  copilot: { name: 'copilot', files: false, unasked: false, changes: false, thumbs: false, cardVersion: '1.5' },
  outlook: { name: 'outlook', files: false, unasked: false, changes: false, thumbs: false, cardVersion: '1.3' },
} as const satisfies Record<Surface['name'], Surface>;

const TEAMS = 'msteams';
const MICROSOFT_365 = 'm365extensions';

type Origin = Pick<IncomingActivity, 'channelId' | 'channelData' | 'entities'>;

/** Whether the activity comes over a channel whose service, and not its client, says who speaks and of which tenant. */
export function isServed({ channelId }: Pick<IncomingActivity, 'channelId'>): boolean {
  return channelId === TEAMS || channelId === MICROSOFT_365;
}

/** Teams, where nothing says otherwise: test clients name channels of their own. */
export function surfaceOf(activity: Origin): Surface {
  if (activity.channelId === MICROSOFT_365) return SURFACES.outlook;
  return isCopilot(activity) ? SURFACES.copilot : SURFACES.teams;
}

/** Copilot comes over the channel of Teams; both marks go with what it sends, and one will do. */
function isCopilot(activity: Origin): boolean {
  const products = [activity.channelData?.productContext, ...entitiesOf(activity, 'ProductInfo').map(({ id }) => id)];
  return products.some((product) => typeof product === 'string' && product.toUpperCase() === 'COPILOT');
}

/** A reply as the surface can have it. @param person to whom it goes, where that is known; `locale` of whoever reads it */
export function onSurface(reply: Reply, surface: Surface, person: Person | undefined, locale: string): Reply {
  const { needs, ...given } = reply;
  if (!surface.files && (needs === 'files' || given.fileOffer !== undefined))
    return { text: surfaceTexts(locale).files };
  const { onSent, ...withoutThumbs } = given;
  const shown = surface.thumbs ? given : withoutThumbs;
  if (surface.unasked || needs !== 'unasked') return shown;
  const where =
    person !== undefined && reachOf(person) === 'reachable'
      ? surfaceTexts(locale).toldInTeams
      : surfaceTexts(locale).writeInTeams;
  return { ...shown, text: sentencesText([shown.text ?? '', where], locale) };
}
