/** The leads' digest as a card view. Pure. */

import type { Campaign } from '../campaign/campaign.ts';
import { deadlineLine } from '../campaign/texts.ts';
import { personName } from '../cards/person-name.ts';
import { linkTo } from '../cards/tab-link.ts';
import { MOST_NAMED } from '../claims/owners.ts';
import { itemsThatFit } from '../format/shorten.ts';
import type { Card, Viewer } from '../turn.ts';
import type { Digest } from './digest.ts';
import { openText, reportCardWords, reportTexts } from './texts.ts';
import type { DigestView, NamedView } from './views.ts';

/** Names of a section that are shown at once; the others unfold. */
const NAMES_OPEN = 5;
/** Bytes of JSON for the names of both lists. Drawn, each name takes about 250 more. */
const NAMES_SPACE = 7_500;

/** Names at most fifty owners in all. */
export function digestCard(digest: Digest, campaign: Campaign, viewer: Viewer): Card {
  const { unowned, unreached, unreachedInAll, stalled, stalledInAll } = digest;
  const { locale } = viewer;
  const unreachedNames = unreached.map(({ name, reach, open }) => ({
    name: personName(name, locale),
    detail: reportTexts(locale).digest.unreachedDetail(open, reach, locale),
  }));
  const stalledNames = stalled.map(({ name, open }) => ({
    name: personName(name, locale),
    detail: reportTexts(locale).digest.stalledDetail(open, locale),
  }));
  const [firstRoom, secondRoom] = rooms(unreached.length, stalled.length);
  const claims = unowned.toCollect + unowned.toUpload;
  const sections = [
    section(
      reportTexts(locale).digest.unowned(claims, locale),
      reportTexts(locale).digest.unownedHint(openText(unowned.toCollect, unowned.toUpload, locale)),
      [],
      claims,
    ),
    section(
      reportTexts(locale).digest.unreached(unreachedInAll, locale),
      reportTexts(locale).digest.unreachedHint,
      unreachedNames,
      unreachedInAll,
      firstRoom,
    ),
    section(
      reportTexts(locale).digest.stalled(stalledInAll, locale),
      reportTexts(locale).digest.stalledHint,
      stalledNames,
      stalledInAll,
      secondRoom,
    ),
  ].flat();
  const view: DigestView = {
    deadline: deadlineLine(campaign, viewer),
    empty: sections.length === 0 ? reportTexts(locale).digest.empty : '',
    sections,
    canList: claims > 0,
  };
  return { template: 'digest', words: reportCardWords(locale).digest, data: view, inTab: linkTo('campaign', locale) };

  function section(title: string, hint: string, names: readonly NamedView[], inAll: number, room = 0) {
    return inAll > 0 ? [{ title, hint, ...folded(names, room, room > 0 ? inAll : 0, locale) }] : [];
  }
}

/** Most names per list: half of MOST_NAMED, plus what the other list does not use. */
function rooms(first: number, second: number): [number, number] {
  const half = MOST_NAMED / 2;
  return [Math.max(half, MOST_NAMED - second), Math.max(half, MOST_NAMED - first)];
}

/** The first ones, those that unfold, and how many more there are. */
function folded(all: readonly NamedView[], most: number, inAll: number, locale: string) {
  const named = itemsThatFit(all.slice(0, most), (NAMES_SPACE * most) / MOST_NAMED);
  const more = named.slice(NAMES_OPEN);
  const rest = inAll - named.length;
  return {
    names: named.slice(0, NAMES_OPEN),
    more,
    moreTitle: reportTexts(locale).digest.moreNames(more.length, locale),
    rest: rest > 0 ? reportTexts(locale).digest.notNamed(rest, locale) : '',
  };
}
