/** The hosts that the bot goes to: whether they answer, and whether it is they who do. A firewall or a proxy may keep them away. */

import { UserError } from '../errors.ts';
import { connectionOptions, httpRequest } from '../files/connection.ts';
import { createHostPolicy } from '../files/hosts.ts';
import { askHost, jsonIn, noAnswer } from './ask.ts';
import { type Check, type Diagnosis, ok, warning } from './check.ts';
import { AUTHORITY } from './microsoft.ts';
import type { CheckNeeds } from './needs.ts';
import { hostOf, notReached, notWhatWasAsked, otherAnswer } from './reached.ts';
import { checkNames, doctorTexts } from './texts.ts';

const TEAMS_KEYS = 'https://login.botframework.com/v1/.well-known/openidconfiguration';
/** Where Teams takes what bots send; each region has a path of its own below it. */
const CONNECTOR = 'https://smba.trafficmanager.net/teams/';
/** Nobody knows beforehand what a tenant's own is called; this one is Microsoft's. */
const SHAREPOINT = 'microsoft.sharepoint.com';
/** Too many of them would ask the same service for the same again and again. */
const MOST_TENANTS = 5;

export function hostChecks(needs: CheckNeeds): readonly Check[] {
  const { app, allowedTenants = [], fileHosts } = needs.config;
  if (app === undefined) return [];
  return [
    { name: checkNames.teamsKeys, run: (signal) => answersWith('jwks_uri', [TEAMS_KEYS], signal) },
    { name: checkNames.connector, run: connectorOf },
    {
      name: checkNames.tabKeys,
      run: (signal) => answersWith('keys', allowedTenants.slice(0, MOST_TENANTS).map(keysOf), signal),
    },
    ...[SHAREPOINT, ...fileHosts].map((host) => fileHostCheck(host, fileHosts)),
    ...proxyChecks(needs.env),
  ];
}

const keysOf = (tenantId: string): string => `${AUTHORITY}/${tenantId}/discovery/v2.0/keys`;

/** @param field what the JSON that they answer has, and a proxy's page has not */
async function answersWith(field: string, addresses: readonly string[], signal: AbortSignal): Promise<Diagnosis> {
  const diagnoses = await Promise.all(
    addresses.map(async (address) => {
      const answer = await askHost(address, { signal });
      if (answer.kind === 'none') return notReached(address, answer);
      if (jsonIn(answer)?.[field] !== undefined) return ok(doctorTexts.reached(hostOf(address)));
      return notWhatWasAsked(address, answer);
    }),
  );
  return diagnoses.find(({ state }) => state !== 'ok') ?? diagnoses[0] ?? ok(doctorTexts.reached(hostOf(AUTHORITY)));
}

/** Without a token it refuses everything, in its own way: any answer is one, but for those that only proxies give. */
async function connectorOf(signal: AbortSignal): Promise<Diagnosis> {
  const answer = await askHost(CONNECTOR, { signal });
  if (answer.kind === 'none') return notReached(CONNECTOR, answer);
  if (ONLY_PROXIES.has(answer.status)) return otherAnswer(CONNECTOR, answer);
  return ok(doctorTexts.reached(hostOf(CONNECTOR)));
}

const ONLY_PROXIES = new Set([407, 511]);

/** By the same way as documents: directly, to public addresses only. */
function fileHostCheck(host: string, extraHosts: readonly string[]): Check {
  const url = new URL(`https://${host}/`);
  return {
    name: checkNames.fileHost(host),
    async run(signal) {
      try {
        const options = connectionOptions({ signal, timeoutMs: LONGER_THAN_A_CHECK_MS });
        const answer = await httpRequest(url, createHostPolicy({ extraHosts }), { headers: {} }, options);
        answer.destroy();
        return ok(doctorTexts.reached(host));
      } catch (error) {
        if (error instanceof UserError) return warning(doctorTexts.notPublic(host), doctorTexts.notPublicCure(host));
        return { ...notReached(url.href, noAnswer(error)), state: 'warning' };
      }
    },
  };
}

const LONGER_THAN_A_CHECK_MS = 60_000;

/** Node takes no notice of the usual variables by itself, and the fetching of documents never does. */
function proxyChecks(env: CheckNeeds['env']): readonly Check[] {
  const name = ['HTTPS_PROXY', 'https_proxy'].find((one) => (env[one] ?? '') !== '');
  if (name === undefined) return [];
  const diagnosis =
    env.NODE_USE_ENV_PROXY === '1'
      ? warning(doctorTexts.proxyUsed(name), doctorTexts.proxyUsedCure)
      : warning(doctorTexts.proxyUnused(name), doctorTexts.proxyUnusedCure);
  return [{ name: checkNames.proxy, run: async () => diagnosis }];
}
