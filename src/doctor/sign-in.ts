/** Whether the bot gets the token for its calls to Teams, and whether the directories exist that it serves. */
import type { AppRegistration } from '../config.ts';
import { askHost, jsonIn, type NoAnswer } from './ask.ts';
import { type Check, type Diagnosis, fault, ok } from './check.ts';
import { AUTHORITY, BOT_RESOURCE, refusalIn } from './microsoft.ts';
import type { CheckNeeds } from './needs.ts';
import { hostOf, isTooOften, notReached, notWhatWasAsked } from './reached.ts';
import { checkNames, doctorTexts, signInRefusals } from './texts.ts';

export function signInChecks({ config, env }: CheckNeeds): readonly Check[] {
  const { app, allowedTenants = [] } = config;
  if (app === undefined) return [];
  const own = app.tenantId.toLowerCase();
  const tenants = [...new Set([own, ...allowedTenants])];
  return [
    {
      name: checkNames.signIn,
      run: (signal) => (app.password === undefined ? identityOf(app.id, env, signal) : secretSignIn(app, signal)),
    },
    { name: checkNames.directories, run: (signal) => directoriesOf(tenants, own, signal) },
  ];
}

/** As the SDK asks for its token (client credentials). */
async function secretSignIn({ id, tenantId, password = '' }: AppRegistration, signal: AbortSignal): Promise<Diagnosis> {
  const address = `${AUTHORITY}/${tenantId}/oauth2/v2.0/token`;
  const answer = await askHost(address, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: id,
      client_secret: password,
      scope: `${BOT_RESOURCE}/.default`,
    }).toString(),
    signal,
  });
  if (answer.kind === 'none') return notReached(address, answer);
  const body = jsonIn(answer);
  if (typeof body?.access_token === 'string') return ok(doctorTexts.signedIn);
  const code = refusalIn(body);
  return code === undefined ? notWhatWasAsked(address, answer) : refused(code);
}

function refused(code: string): Diagnosis {
  const known = signInRefusals[code];
  if (known !== undefined) return fault(`${known.says} (${code})`, known.cure);
  return fault(doctorTexts.refusedSignIn(code), doctorTexts.refusedCure(code));
}

const METADATA = 'http://169.254.169.254/metadata/identity/oauth2/token';

/** App Service and Container Apps say where tokens come from; virtual machines have an address for it that never leaves them. */
async function identityOf(appId: string, env: CheckNeeds['env'], signal: AbortSignal): Promise<Diagnosis> {
  const { IDENTITY_ENDPOINT: endpoint, IDENTITY_HEADER: secret = '' } = env;
  const address = endpoint ?? METADATA;
  const [version, headers] =
    endpoint === undefined ? ['2018-02-01', { Metadata: 'true' }] : ['2019-08-01', { 'X-IDENTITY-HEADER': secret }];
  const query = new URLSearchParams({ 'api-version': version, resource: BOT_RESOURCE, client_id: appId });
  const answer = await askHost(`${address}?${query}`, { headers, isDirect: true, signal });
  if (answer.kind === 'none') return noIdentityService(address, answer, endpoint !== undefined);
  if (typeof jsonIn(answer)?.access_token === 'string') return ok(doctorTexts.managedIdentity);
  if (isTooOften(answer)) return notWhatWasAsked(address, answer);
  return fault(doctorTexts.noManagedIdentity, doctorTexts.noManagedIdentityCure);
}

/** @param isNamed the platform says that it has one */
function noIdentityService(address: string, none: NoAnswer, isNamed: boolean): Diagnosis {
  if (isNamed) return { ...notReached(address, none), cure: doctorTexts.identityEndpointCure };
  if (none.why === 'refused') return fault(doctorTexts.notOnAzure, doctorTexts.notOnAzureCure);
  return { ...notReached(address, none), cure: doctorTexts.metadataCure(hostOf(address)) };
}

/** @param own the registration's */
async function directoriesOf(tenants: readonly string[], own: string, signal: AbortSignal): Promise<Diagnosis> {
  const diagnoses = await Promise.all(tenants.map((tenant) => directoryOf(tenant, tenant === own, signal)));
  return diagnoses.find(({ state }) => state !== 'ok') ?? ok(doctorTexts.directories(tenants.length));
}

async function directoryOf(tenant: string, isOwn: boolean, signal: AbortSignal): Promise<Diagnosis> {
  const address = `${AUTHORITY}/${tenant}/v2.0/.well-known/openid-configuration`;
  const answer = await askHost(address, { signal });
  if (answer.kind === 'none') return notReached(address, answer);
  const body = jsonIn(answer);
  if (typeof body?.issuer === 'string') return ok(hostOf(address));
  if (refusalIn(body) === undefined) return notWhatWasAsked(address, answer);
  const variable = isOwn ? 'MicrosoftAppTenantId' : 'ALLOWED_TENANTS';
  return fault(doctorTexts.noDirectory(tenant), doctorTexts.noDirectoryCure(variable));
}
