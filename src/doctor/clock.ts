/** This machine's clock beside Microsoft's, and whether the campaign's runs by it. */
import { MINUTE_MS, SECOND_MS } from '../time/units.ts';
import { askHost } from './ask.ts';
import { type Check, type Diagnosis, fault, ok, warning } from './check.ts';
import { AUTHORITY } from './microsoft.ts';
import type { CheckNeeds } from './needs.ts';
import { notReached } from './reached.ts';
import { checkNames, doctorTexts } from './texts.ts';

/** What the check of the tab's tokens allows, and what the SDK allows for those of Teams. */
const TOLERATED_MS = MINUTE_MS;
const SERVICE_TOLERATES_MS = 5 * MINUTE_MS;

export function clockChecks({ config, realTime }: CheckNeeds): readonly Check[] {
  if (config.app === undefined) return [];
  const campaign =
    config.now === undefined
      ? ok(doctorTexts.realTime)
      : warning(doctorTexts.demonstration, doctorTexts.demonstrationCure);
  return [
    { name: checkNames.clock, run: (signal) => clockOf(realTime, signal) },
    { name: checkNames.campaignClock, run: async () => campaign },
  ];
}

async function clockOf(realTime: CheckNeeds['realTime'], signal: AbortSignal): Promise<Diagnosis> {
  const address = `${AUTHORITY}/common/v2.0/.well-known/openid-configuration`;
  const asked = realTime().getTime();
  const answer = await askHost(address, { signal });
  const answered = realTime().getTime();
  if (answer.kind === 'none') return { ...notReached(address, answer), state: 'warning' };
  if (answer.date === undefined) return warning(doctorTexts.clockUnknown, doctorTexts.clockWrongCure);
  return aheadBy((asked + answered) / 2 - answer.date.getTime());
}

/** The answer says its time in whole seconds, and was under way for a while: a difference of seconds means nothing. */
function aheadBy(ms: number): Diagnosis {
  const off = Math.abs(ms);
  if (off <= TOLERATED_MS) return ok(doctorTexts.clockRight);
  const says = doctorTexts.clockWrong(Math.round(off / SECOND_MS), ms > 0);
  return (off > SERVICE_TOLERATES_MS ? fault : warning)(says, doctorTexts.clockWrongCure);
}
