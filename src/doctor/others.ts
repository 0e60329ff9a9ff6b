/** What runs beside the bot where it is configured: the virus scanner, the help-desk system. */
import { pingClamd } from '../files/clamd.ts';
import { askHost } from './ask.ts';
import { type Check, type Diagnosis, fault, ok, warning } from './check.ts';
import type { CheckNeeds } from './needs.ts';
import { hostOf, notReached } from './reached.ts';
import { checkNames, doctorTexts } from './texts.ts';

export function otherChecks({ config: { clamd, webhook } }: CheckNeeds): readonly Check[] {
  return [
    {
      name: checkNames.scanner,
      async run(signal) {
        if (clamd === undefined) return ok(doctorTexts.noScanner);
        const reason = await pingClamd(clamd, signal);
        if (reason === undefined) return ok(doctorTexts.scanner);
        return fault(doctorTexts.scannerAway(reason), doctorTexts.scannerCure);
      },
    },
    ...(webhook === undefined
      ? []
      : [{ name: checkNames.helpDesk, run: (signal: AbortSignal) => helpDeskOf(webhook.url, signal) }]),
  ];
}

/** Tickets go there by POST, and one that is none would be a ticket there: it is only asked whether it is there. Its path may be a secret. */
async function helpDeskOf(url: string, signal: AbortSignal): Promise<Diagnosis> {
  const answer = await askHost(url, { method: 'HEAD', signal });
  if (answer.kind === 'none') return notReached(url, answer);
  const host = hostOf(url);
  const { status } = answer;
  const isElsewhere = status === 404 || status === 410 || status >= 500 || (status >= 300 && status < 400);
  return isElsewhere
    ? warning(doctorTexts.helpDeskStatus(host, status), doctorTexts.helpDeskCure)
    : ok(doctorTexts.helpDesk(host));
}
