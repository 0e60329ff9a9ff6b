/** What the cards of claims have in common. Pure. */
import { cardTexts } from '../cards/texts.ts';
import { listOfFirst, sentencesText } from '../format/list.ts';
import { shorten } from '../format/shorten.ts';
import { type Access, type OwnerNames, owns } from './access.ts';
import type { Claim, PoeCheck, PoeLack } from './claim.ts';
import { claimTexts } from './texts.ts';

/** Most bytes of JSON: an export may name things at any length, and a card has to stay below 28 KB. */
export const SPACE = {
  title: 200,
  text: 100,
  /** A text, with a word before it. */
  subtitlePart: 106,
  part: 60,
  /** On a button, which also stands in its fallback. */
  named: 40,
  remark: 750,
  removal: 1_300,
  choices: 2_500,
  choice: 200,
  list: 200,
} as const;

const LACKS_NAMED = 2;

/** A claim is called by its customer, or by its ID where the export names none. */
export function customerOf({ customerName, claimId }: Claim): string {
  return customerName === '' ? claimId : customerName;
}

export function ownerText(claim: Claim, access: Access, names: OwnerNames, locale: string): string {
  if (claim.owner === undefined) return claimTexts(locale).noOwner;
  return owns(access, claim) ? claimTexts(locale).you : (names.get(claim.owner.key) ?? claim.owner.label);
}

/** How an open claim stands: "To collect", "To upload", or "POE filed, signature unclear and 2 more". */
export function openStateText(state: 'to collect' | 'to upload', lacks: readonly PoeLack[], locale: string): string {
  const [first, ...others] = lacks;
  if (state === 'to collect' || first === undefined) return claimTexts(locale).states[state];
  const text = claimTexts(locale).filedBut(lackText(first, locale));
  return others.length === 0 ? text : `${text} ${cardTexts(locale).andMore(others.length, locale)}`;
}

/** "signature unclear" */
export function lackText({ what, state }: PoeLack, locale: string): string {
  return claimTexts(locale).lack(claimTexts(locale).aspects[what], state);
}

/** "To look at: signature missing, date missing and 2 more. Filed all the same: “it follows by mail”"; empty where nothing lacks. */
export function checkText({ lacks, why = '' }: PoeCheck = { lacks: [] }, locale: string): string {
  if (lacks.length === 0) return '';
  const named = listOfFirst(
    lacks.map((one) => lackText(one, locale)),
    LACKS_NAMED,
    locale,
  );
  const filedAllTheSame = why === '' ? '' : claimTexts(locale).poeWhy(shorten(why, SPACE.text));
  return sentencesText([claimTexts(locale).poeLacks(named), filedAllTheSame], locale);
}

/** "Claim CLM-0001 · OSU Microsoft 365 · Approved" */
export function subtitleOf({ claimId, program, status }: Claim, locale: string): string {
  return [claimTexts(locale).claim(claimId), program, status]
    .filter((part) => part !== '')
    .map((part) => shorten(part, SPACE.subtitlePart))
    .join(' · ');
}
