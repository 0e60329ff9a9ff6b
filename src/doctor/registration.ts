/** What the registration's ids and its secret tell by themselves, before anybody is asked. */
import type { AppRegistration } from '../config.ts';
import { addDays, localDay } from '../time/local-day.ts';
import { DAY_MS } from '../time/units.ts';
import { type Check, type Diagnosis, fault, ok, warning } from './check.ts';
import type { CheckNeeds } from './needs.ts';
import { checkNames, doctorTexts } from './texts.ts';

const GUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
/** How long before its end a secret is spoken of. */
const SOON_DAYS = 30;

export function registrationChecks({ config, realTime }: CheckNeeds): readonly Check[] {
  const { app, tabAppId, allowedTenants = [], secretEnds } = config;
  if (app === undefined) return [{ name: checkNames.ids, run: async () => ok(doctorTexts.localMode) }];
  const ids: Check = { name: checkNames.ids, run: async () => idsOf(app, tabAppId, allowedTenants) };
  const { password } = app;
  if (password === undefined) return [ids];
  return [ids, { name: checkNames.secret, run: async () => secretOf(password, secretEnds, realTime()) }];
}

function idsOf(
  { id, tenantId, type }: AppRegistration,
  tabAppId: string | undefined,
  tenants: readonly string[],
): Diagnosis {
  const tenant = tenantId.toLowerCase();
  if (id.toLowerCase() === tenant) return fault(doctorTexts.sameIds, doctorTexts.sameIdsCure);
  if (tabAppId?.toLowerCase() === tenant) return fault(doctorTexts.tabAppIsTenant, doctorTexts.tabAppIsTenantCure);
  if (type === 'UserAssignedMSI' && (tabAppId ?? id).toLowerCase() === id.toLowerCase())
    return warning(doctorTexts.noTabApp, doctorTexts.noTabAppCure);
  if (!tenants.includes(tenant)) return warning(doctorTexts.ownTenantLeftOut, doctorTexts.ownTenantLeftOutCure);
  return ok(doctorTexts.idsFit(type));
}

function secretOf(secret: string, endsOn: string | undefined, now: Date): Diagnosis {
  const bare = secret.trim().replace(/^(["'])(.*)\1$/, '$2');
  if (GUID.test(bare)) return fault(doctorTexts.secretIsId, doctorTexts.secretIsIdCure);
  if (bare !== secret) return fault(doctorTexts.secretHasBlanks, doctorTexts.secretHasBlanksCure);
  if (endsOn === undefined) return ok(doctorTexts.secretEndUnknown);
  const today = localDay(now, 'UTC');
  if (endsOn < today) return fault(doctorTexts.secretEnded(endsOn), doctorTexts.secretEndsCure);
  const days = Math.round((Date.parse(endsOn) - Date.parse(today)) / DAY_MS);
  const says = doctorTexts.secretEnds(endsOn, days);
  return endsOn <= addDays(today, SOON_DAYS) ? warning(says, doctorTexts.secretEndsCure) : ok(says);
}
