/** Which campaign somebody asks for. */
import { type Campaign, campaignNamed, currentCampaign } from '../../campaign/campaign.ts';
import type { Core } from '../../core.ts';
import { NotFoundError } from '../../errors.ts';
import type { Person } from '../../people/person.ts';
import type { OwnersWho } from '../../report/service.ts';
import { overviewQuery } from '../params.ts';

type Needs = Pick<Core, 'config' | 'campaignClock'>;

/** @throws NotFoundError where its notice is gone: no other one is taken in its stead */
export function campaignAsked({ config }: Pick<Needs, 'config'>, id: string): Campaign {
  const campaign = campaignNamed(config.campaigns, id);
  if (id === '' || campaign === undefined) throw new NotFoundError('tab.no-such-address');
  return campaign;
}

/** The campaign that an address names, else the one that comes next; and which of its owners. @throws NotFoundError, UserError */
export function overviewAsked(
  needs: Needs,
  person: Person,
  query: URLSearchParams,
): { readonly campaign: Campaign; readonly who: OwnersWho } {
  const { campaigns, timeZone } = needs.config;
  const { campaign: id, who } = overviewQuery(query);
  const next = (): Campaign => currentCampaign(campaigns, needs.campaignClock(), person.timeZone ?? timeZone);
  return { who, campaign: id ? campaignAsked(needs, id) : next() };
}
