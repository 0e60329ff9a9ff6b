/** The bot as the outside sees it, under PUBLIC_URL: its messaging endpoint, and what is nobody's business there. */
import { askHost, jsonIn } from './ask.ts';
import { type Check, type Diagnosis, fault, ok, warning } from './check.ts';
import type { CheckNeeds } from './needs.ts';
import { notReached } from './reached.ts';
import { checkNames, doctorTexts } from './texts.ts';

/** What proxies say of a bot that does not run. */
const NOTHING_BEHIND = new Set([502, 503, 504]);
/** An activity as Teams sends it, of nobody: what has another shape is refused before anybody asks who sent it. */
const OF_NOBODY = {
  type: 'typing',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/teams/',
  from: { id: 'doctor' },
  recipient: { id: 'doctor' },
  conversation: { id: 'doctor' },
};
const PRIVATE_PATHS = ['/metrics', '/healthz', '/readyz'];

export function endpointChecks({ config: { app, publicUrl } }: CheckNeeds): readonly Check[] {
  if (app === undefined) return [];
  if (publicUrl === undefined) {
    const unknown = warning(doctorTexts.noPublicUrl, doctorTexts.noPublicUrlCure);
    return [{ name: checkNames.endpoint, run: async () => unknown }];
  }
  return [
    { name: checkNames.endpoint, run: (signal) => endpointOf(`${publicUrl}/api/messages`, signal) },
    { name: checkNames.inside, run: (signal) => insideOf(publicUrl, signal) },
  ];
}

/** A request of nobody: the bot refuses it with 401. */
async function endpointOf(address: string, signal: AbortSignal): Promise<Diagnosis> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify(OF_NOBODY);
  const answer = await askHost(address, { method: 'POST', headers, body, signal });
  if (answer.kind === 'none') return { ...notReached(address, answer), cure: doctorTexts.endpointNotReachedCure };
  const { status } = answer;
  if (status === 401) return ok(doctorTexts.endpointAnswers(address));
  if (NOTHING_BEHIND.has(status)) return fault(doctorTexts.endpointAway(address, status), doctorTexts.endpointAwayCure);
  if (status >= 200 && status < 300) return fault(doctorTexts.endpointOpen(address), doctorTexts.endpointOpenCure);
  return fault(doctorTexts.endpointElsewhere(address, status), doctorTexts.endpointElsewhereCure);
}

async function insideOf(publicUrl: string, signal: AbortSignal): Promise<Diagnosis> {
  const addresses = PRIVATE_PATHS.map((path) => `${publicUrl}${path}`);
  const open = await Promise.all(addresses.map((address) => isOurs(address, signal)));
  const address = addresses[open.indexOf(true)];
  return address === undefined
    ? ok(doctorTexts.inside)
    : warning(doctorTexts.outside(address), doctorTexts.outsideCure);
}

/** Some proxies answer every address with a page of their own. */
async function isOurs(address: string, signal: AbortSignal): Promise<boolean> {
  const answer = await askHost(address, { signal });
  if (answer.kind === 'none' || answer.status !== 200) return false;
  return jsonIn(answer)?.status !== undefined || /^cpor_|^process_/m.test(answer.text);
}
