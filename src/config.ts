/** The environment as configuration: one schema, and the only reader of `process.env` is `main` handing it over. */
import { z } from 'zod';
import type { Campaigns } from './campaign/campaign.ts';
import { configuredCampaigns, daysOfNotices } from './campaign/configured.ts';
import { NOTICES, type Notices } from './campaign/notices.ts';
import { OperatorError } from './errors.ts';
import { TELEMETRY_VARIABLES, type TelemetrySettings, telemetrySettings } from './telemetry/settings.ts';
import { isInYears, YEARS } from './time/years.ts';
import { isTimeZone } from './time/zones.ts';

const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== ''),
  );
/** Separated by semicolons: names of companies hold commas. */
const names = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(';')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  );
const CLAMD = 'expects a host and a port, such as localhost:3310';
const clamd = z
  .string()
  .regex(/^\s*(?:[\w.-]+|\[[\da-f:]+\]):\d{1,5}\s*$/i, CLAMD)
  // One that is no address at all, such as a port beyond 65535, has no URL.
  .refine((text) => URL.canParse(`tcp://${text.trim()}`), CLAMD)
  .transform((text) => {
    const url = URL.parse(`tcp://${text.trim()}`);
    return { host: (url?.hostname ?? '').replace(/^\[|\]$/g, ''), port: Number(url?.port) };
  })
  .optional();
const wholeNumber = (fallback: number, from: number, to: number, expects: string) =>
  z.coerce.number({ error: expects }).int(expects).min(from, expects).max(to, expects).default(fallback);
const port = z.coerce
  .number({ error: 'expects a port number' })
  .int('expects a whole number')
  .min(0, 'expects a port from 0 to 65535')
  .max(65_535, 'expects a port from 0 to 65535');

const MOST_DAYS_BEFORE = 365;
const MOST_MILESTONES = 20;
const daysBefore = z
  .string()
  .refine(
    isDaysBefore,
    `expects whole days from 0 to ${MOST_DAYS_BEFORE} before the deadline, at most ${MOST_MILESTONES} of them, such as 30,14,7,3,1,0 (or off)`,
  )
  .default('30,14,7,3,1,0')
  .transform(toDaysBefore);
const workingHours = z
  .string()
  .refine(isWorkingHours, 'expects whole hours from 0 to 24, from before to, such as 9-17')
  .default('9-17')
  .transform(toWorkingHours);

function toDaysBefore(text: string): number[] {
  return text.trim() === 'off' ? [] : text.split(',').map(Number);
}

function isDaysBefore(text: string): boolean {
  // Without the pattern an item of blanks would be the day itself.
  if (!/^\s*(off|\d+(\s*,\s*\d+)*)\s*$/.test(text)) return false;
  const days = toDaysBefore(text);
  return days.length <= MOST_MILESTONES && days.every((count) => count <= MOST_DAYS_BEFORE);
}

function toWorkingHours(text: string): { from: number; to: number } {
  const [from = Number.NaN, to = Number.NaN] = text.split('-').map(Number);
  return { from, to };
}

function isWorkingHours(text: string): boolean {
  const { from, to } = toWorkingHours(text);
  return /^\s*\d+\s*-\s*\d+\s*$/.test(text) && from < to && to <= 24;
}

const schema = z.object({
  MicrosoftAppId: z.guid({ error: 'expects the application (client) id of the Azure Bot, a GUID' }).optional(),
  MicrosoftAppPassword: z.string().min(1).optional(),
  MicrosoftAppType: z
    .enum(['SingleTenant', 'UserAssignedMSI'], { error: 'expects SingleTenant or UserAssignedMSI' })
    .optional(),
  MicrosoftAppTenantId: z.guid({ error: 'expects the directory (tenant) id, a GUID' }).optional(),
  SECRET_ENDS: z.iso.date({ error: 'expects the day on which the client secret ends, such as 2027-05-31' }).optional(),
  TAB_APP_ID: z
    .guid({ error: 'expects the application (client) id of the app that the tab signs in to, a GUID' })
    .optional(),
  TEAMS_APP_ID: z.guid({ error: 'expects the id of the app as the Teams admin center shows it, a GUID' }).optional(),
  PUBLIC_URL: z
    .url({
      protocol: /^https$/,
      error: 'expects an address that starts with https://, such as https://cpor.contoso.com',
    })
    .optional(),
  PORT: port.default(3978),
  HOST: z.string().min(1).optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//, 'expects an address that starts with mongodb:// or mongodb+srv://')
    .optional(),
  ALLOWED_TENANTS: list,
  LEADS: list,
  TIME_ZONE: z.string().refine(isTimeZone, 'expects an IANA time zone such as Europe/Berlin').default('UTC'),
  PARTNER_NAMES: names,
  FILE_HOSTS: list,
  MAX_FILE_MB: z.coerce
    .number({ error: 'expects a number of megabytes' })
    .positive('expects more than 0')
    .max(250, 'expects at most 250')
    .default(50),
  DAILY_UPLOAD_MB: z.coerce
    .number({ error: 'expects a number of megabytes' })
    .positive('expects more than 0')
    .max(100_000, 'expects at most 100000')
    .default(500),
  TURNS_PER_MINUTE: z.coerce
    .number({ error: 'expects a number of messages and presses' })
    .int('expects a whole number')
    .min(10, 'expects at least 10')
    .max(1_000_000, 'expects at most 1000000')
    .default(240),
  CAMPAIGN_DEADLINE: daysOfNotices,
  CAMPAIGN_EFFECTIVE: daysOfNotices,
  NOW: z.iso
    .datetime({ offset: true, error: 'expects an ISO instant such as 2020-06-16T08:00:00Z' })
    .refine(isInYears, `expects an instant of the years ${YEARS}`)
    .optional(),
  NUDGE_DAYS: daysBefore,
  NUDGE_HOURS: workingHours,
  // Teams allows 50 a second in all (docs/platform.md, "Limits"): answers and tickets need room beside.
  NUDGE_RATE: wholeNumber(25, 1, 40, 'expects a whole number from 1 to 40, cards a second'),
  NUDGE_TICK_SECONDS: wholeNumber(60, 1, 3600, 'expects a whole number of seconds from 1 to 3600'),
  CLAMD: clamd,
  DESK_WEBHOOK_URL: z.url({ protocol: /^https?$/, error: 'expects an address that starts with https://' }).optional(),
  DESK_WEBHOOK_SECRET: z
    .string()
    .min(16, 'expects at least 16 characters, known to the help-desk system too')
    .optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], {
      error: 'expects fatal, error, warn, info, debug or silent',
    })
    .default('info'),
  ...TELEMETRY_VARIABLES,
});

/** The names of all variables, as `.env.sample` documents them. */
export const VARIABLES: readonly string[] = Object.keys(schema.shape);

/** The bot's registration in Microsoft Entra; absent in local mode. */
export interface AppRegistration {
  readonly id: string;
  readonly tenantId: string;
  readonly type: 'SingleTenant' | 'UserAssignedMSI';
  readonly password?: string;
}

export interface Config {
  /** Undefined: local mode, no authentication, loopback only. */
  readonly app?: AppRegistration;
  /** The last day of the client secret, `YYYY-MM-DD`, as the operator noted it. */
  readonly secretEnds?: string;
  /** Under which the outside reaches the bot: https, without a slash at the end. */
  readonly publicUrl?: string;
  /** The app that people sign in to in the tab. Undefined: the bot's own. */
  readonly tabAppId?: string;
  /** The app's id in Teams. Undefined: the manifest's, which is the bot's own. */
  readonly teamsAppId?: string;
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly mongodbUri?: string;
  /** Undefined: every tenant, which only local mode allows. */
  readonly allowedTenants?: readonly string[];
  /** Object ids or UPNs, lower case. Undefined: everyone is a lead, which only local mode allows. */
  readonly leads?: readonly string[];
  readonly timeZone: string;
  /** What the partner is called in documents. None: nobody looks whether it is named. */
  readonly partnerNames: readonly string[];
  readonly fileHosts: readonly string[];
  /** Where documents are scanned for viruses. */
  readonly clamd?: { readonly host: string; readonly port: number };
  readonly maxFileBytes: number;
  /** Of one person, documents and exports together. */
  readonly dailyUploadBytes: number;
  /** Messages and presses of one person that one instance works on in any minute. */
  readonly turnsPerMinute: number;
  readonly campaigns: Campaigns;
  /** Where the campaign clock starts; undefined: real time. */
  readonly now?: Date;
  readonly nudges: NudgeConfig;
  /** Where tickets go beside the desk's channel. */
  readonly webhook?: { readonly url: string; readonly secret: string };
  readonly logLevel: string;
  /** Undefined: nothing is sent to a collector. */
  readonly telemetry?: TelemetrySettings;
}

export interface NudgeConfig {
  /** Whole days before the deadline. Empty: nobody is reminded. */
  readonly days: readonly number[];
  /** Whole hours of a person's own clock, from 0 to 24; `from` is inside, `to` is not. */
  readonly hours: { readonly from: number; readonly to: number };
  /** Most cards a second, in one tenant. */
  readonly rate: number;
  /** How long between two rounds. */
  readonly tickSeconds: number;
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/**
 * Reads the environment. An empty value counts as unset.
 * @param notices what tests replace
 * @throws OperatorError naming the variable, what it expects and what to do
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>, notices: Notices = NOTICES): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const result = schema.safeParse(given);
  if (!result.success) throw new ConfigError(result.error.issues.map(errorOf));
  const e = result.data;
  const app = appRegistration(e);
  const telemetry = telemetrySettings(e);
  const host = e.HOST ?? (app === undefined ? '127.0.0.1' : '0.0.0.0');
  if (app === undefined && !LOOPBACK.has(host)) {
    throw new OperatorError(
      'HOST is open to the network, but MicrosoftAppId is not set, so nobody would be authenticated. Set MicrosoftAppId, or remove HOST.',
    );
  }
  if (e.DAILY_UPLOAD_MB < e.MAX_FILE_MB) {
    throw new OperatorError(
      'DAILY_UPLOAD_MB is less than MAX_FILE_MB, so that no file of that size could ever be sent. Set it to as much at least.',
    );
  }
  return {
    ...(app && { app }),
    ...(e.SECRET_ENDS !== undefined && { secretEnds: e.SECRET_ENDS }),
    ...(e.PUBLIC_URL !== undefined && { publicUrl: e.PUBLIC_URL.replace(/\/+$/, '') }),
    ...(e.TAB_APP_ID !== undefined && { tabAppId: e.TAB_APP_ID }),
    ...(e.TEAMS_APP_ID !== undefined && { teamsAppId: e.TEAMS_APP_ID }),
    port: e.PORT,
    host,
    dataDir: e.DATA_DIR,
    ...(e.MONGODB_URI !== undefined && { mongodbUri: e.MONGODB_URI }),
    ...tenantsAndLeads(app, e.ALLOWED_TENANTS, e.LEADS),
    timeZone: e.TIME_ZONE,
    partnerNames: e.PARTNER_NAMES,
    fileHosts: e.FILE_HOSTS,
    ...(e.CLAMD !== undefined && { clamd: e.CLAMD }),
    maxFileBytes: Math.round(e.MAX_FILE_MB * 1024 * 1024),
    turnsPerMinute: e.TURNS_PER_MINUTE,
    dailyUploadBytes: Math.round(e.DAILY_UPLOAD_MB * 1024 * 1024),
    campaigns: configuredCampaigns(notices, { deadlines: e.CAMPAIGN_DEADLINE, effectives: e.CAMPAIGN_EFFECTIVE }),
    ...(e.NOW !== undefined && { now: new Date(e.NOW) }),
    nudges: { days: e.NUDGE_DAYS, hours: e.NUDGE_HOURS, rate: e.NUDGE_RATE, tickSeconds: e.NUDGE_TICK_SECONDS },
    ...webhookOf(e.DESK_WEBHOOK_URL, e.DESK_WEBHOOK_SECRET),
    logLevel: e.LOG_LEVEL,
    ...(telemetry && { telemetry }),
  };
}

/** Values that their variables do not take. The message is that of the first. */
export class ConfigError extends OperatorError {
  readonly errors: readonly OperatorError[];

  constructor(errors: readonly OperatorError[]) {
    super(errors[0]?.message);
    this.errors = errors;
  }
}

/** Neither this text nor zod's holds the value: it may be a secret. */
function errorOf({ path, message }: z.core.$ZodIssue): OperatorError {
  return new OperatorError(
    `${String(path[0] ?? 'the environment')} ${message}. Correct it in the environment, or remove it for the default.`,
  );
}

function appRegistration(e: z.infer<typeof schema>): AppRegistration | undefined {
  if (e.MicrosoftAppId === undefined) {
    if (e.MicrosoftAppPassword !== undefined) {
      throw new OperatorError(
        'MicrosoftAppPassword is set without MicrosoftAppId. Set both, or neither for local mode.',
      );
    }
    return undefined;
  }
  // The SDK takes an unset or mistyped type for MultiTenant, which can no longer be created (docs/platform.md, trap 14): say it here.
  if (e.MicrosoftAppType === undefined) {
    throw new OperatorError(
      'MicrosoftAppType is not set. Set it to SingleTenant or UserAssignedMSI, as the Azure Bot shows it.',
    );
  }
  if (e.MicrosoftAppTenantId === undefined) {
    throw new OperatorError('MicrosoftAppTenantId is not set. Set it to the directory (tenant) id of the Azure Bot.');
  }
  if (e.MicrosoftAppType === 'SingleTenant' && e.MicrosoftAppPassword === undefined) {
    throw new OperatorError(
      'MicrosoftAppPassword is not set. Set it to the client secret that a SingleTenant bot signs in with; a UserAssignedMSI bot takes none.',
    );
  }
  return {
    id: e.MicrosoftAppId,
    tenantId: e.MicrosoftAppTenantId,
    type: e.MicrosoftAppType,
    ...(e.MicrosoftAppPassword !== undefined &&
      e.MicrosoftAppType === 'SingleTenant' && { password: e.MicrosoftAppPassword }),
  };
}

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const UPN = /^[^\s@;]+@[^\s@;]+$/;

/** A name that fits nothing would silently let nobody in. Test clients of local mode have ids of other forms. */
function tenantsAndLeads(
  app: AppRegistration | undefined,
  tenants: readonly string[],
  leads: readonly string[],
): Pick<Config, 'allowedTenants' | 'leads'> {
  if (app !== undefined && !tenants.every((tenant) => GUID.test(tenant))) {
    throw new OperatorError(
      'ALLOWED_TENANTS expects directory (tenant) ids, GUIDs separated by commas. Correct it, or remove it for the tenant of the app.',
    );
  }
  if (app !== undefined && !leads.every((lead) => GUID.test(lead) || UPN.test(lead))) {
    throw new OperatorError(
      'LEADS expects object ids or user principal names, separated by commas. Correct it, or remove it to have no leads.',
    );
  }
  const named = tenants.map((tenant) => tenant.toLowerCase());
  const allowedTenants = named.length > 0 ? named : app && [app.tenantId.toLowerCase()];
  const leadList = leads.length > 0 || app !== undefined ? leads.map((lead) => lead.toLowerCase()) : undefined;
  return { ...(allowedTenants && { allowedTenants }), ...(leadList && { leads: leadList }) };
}

/** Tickets name customers: in the open they go to this machine only. */
function webhookOf(url: string | undefined, secret: string | undefined): Pick<Config, 'webhook'> {
  if (url === undefined && secret === undefined) return {};
  if (url === undefined)
    throw new OperatorError('DESK_WEBHOOK_URL is missing beside DESK_WEBHOOK_SECRET. Set both, or remove both.');
  if (secret === undefined)
    throw new OperatorError(
      'DESK_WEBHOOK_SECRET is missing beside DESK_WEBHOOK_URL. Set a secret of at least 16 characters that the help-desk system knows too.',
    );
  const { protocol, hostname } = new URL(url);
  if (protocol !== 'https:' && !LOOPBACK.has(hostname.replace(/^\[|\]$/g, '')))
    throw new OperatorError('DESK_WEBHOOK_URL is not encrypted. Use an address that starts with https://.');
  return { webhook: { url, secret } };
}
