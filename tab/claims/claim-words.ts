/** What a row and the line above the table say. The first rows are drawn before the script of the page has come, so it knows nothing of React. */
import type { PoeLack } from '../../src/claims/claim.ts';
import type { ClaimState } from '../../src/claims/claim-table.ts';
import type { MeBody } from '../../src/tab/api.ts';
import type { ClaimRow } from '../../src/tab/claims/api.ts';
import { firstTexts as texts } from '../first-texts.ts';
import { countText, dayText, listText, numberText, type Reader } from '../look/format.ts';
import type { Column } from './layout.ts';

/** A claim is called by its customer, or by its ID where the export names none. */
export function nameOf({ customer, claimId }: Pick<ClaimRow, 'customer' | 'claimId'>): string {
  return customer === '' ? claimId : customer;
}

export function ownerText({ owner }: Pick<ClaimRow, 'owner'>): string {
  if (owner === undefined) return texts.noOwner;
  return owner.you ? texts.you : owner.name;
}

export function columnText(column: Column, row: ClaimRow, reader: Reader): string {
  switch (column) {
    case 'customer':
      return nameOf(row);
    case 'claim':
      return row.claimId;
    case 'program':
      return row.program;
    case 'workloads': {
      const rest = row.workloadCount - row.workloads.length;
      return listText(rest > 0 ? [...row.workloads, texts.more(numberText(rest, reader))] : row.workloads);
    }
    case 'owner':
      return ownerText(row);
    case 'state':
      return claimStateText(row.state, row.lacks, (n) => numberText(n, reader));
  }
}

/** "To collect", or "POE filed, signature unclear and 2 more". */
export function claimStateText(state: ClaimState, lacks: readonly PoeLack[], number: (n: number) => string): string {
  const [first, ...others] = lacks;
  if (state !== 'to upload' || first === undefined) return texts.states[state];
  const text = texts.filedBut(lackText(first));
  return others.length === 0 ? text : `${text} ${texts.andMore(number(others.length))}`;
}

/** "signature unclear" */
export function lackText({ what, state }: PoeLack): string {
  return texts.lack(texts.aspects[what], state);
}

/** "14 days left, until June 30, 2020", of each campaign. */
export function deadlinesText(me: MeBody): string {
  const sentences = me.campaigns.map(({ label, deadline, phase, daysLeft }) => {
    const said = texts.deadline[phase](countText(Math.abs(daysLeft), texts.days, me), dayText(deadline, me));
    return label === undefined ? said : texts.ofCampaign(label, said);
  });
  return sentences.join(' · ');
}
