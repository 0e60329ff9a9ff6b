/** What the doctor says to whoever runs the bot: in English, since a shell and a log know no locale. */
import { countText } from '../format/count.ts';
import type { NoAnswer } from './ask.ts';

const DAYS = { one: 'day', other: 'days' };
const LOCALE = 'en-US';
const REGISTRATIONS = 'Microsoft Entra ID → App registrations → the bot’s own';
const HOSTS = 'The operator’s guide, section 5, lists the hosts that the bot goes to.';

export const checkNames = {
  configuration: 'Configuration',
  ids: 'Registration',
  secret: 'Client secret',
  signIn: 'Sign-in of the bot',
  directories: 'Directories',
  clock: 'Clock',
  teamsKeys: 'Keys of Teams',
  connector: 'Teams’ service',
  tabKeys: 'Keys of the tab',
  fileHost: (host: string) => `Documents on ${host}`,
  proxy: 'Proxy',
  endpoint: 'Messaging endpoint',
  inside: 'Health and metrics',
  appPackage: 'App package',
  store: 'Store',
  disk: 'Disk',
  leads: 'Leads',
  scanner: 'Virus scanner',
  helpDesk: 'Help-desk system',
  campaignClock: 'Campaign clock',
} as const;

export const doctorTexts = {
  notTried: (code: string) => `This could not be tried (${code}).`,
  notTriedCure: 'Run it again. If it stays like this, the log of the bot may say more.',

  localMode: 'Local mode: without MicrosoftAppId nobody is authenticated, and Teams cannot reach the bot.',
  configured: 'All variables have values that the bot takes.',
  configurationCure: 'The other checks are run once this is put right.',

  idsFit: (type: string) => `${type}, with ids that differ from each other as they should.`,
  sameIds: 'MicrosoftAppId and MicrosoftAppTenantId are the same.',
  sameIdsCure:
    'Copy both anew from the Azure Bot’s “Configuration”: the Microsoft App ID and the App Tenant ID are different ids.',
  noTabApp: 'A managed identity has no app registration, so nobody can sign in to the tab.',
  noTabAppCure:
    'Register an app for the tab (the operator’s guide, section 1, step 5), and set TAB_APP_ID to its application (client) id.',
  tabAppIsTenant: 'TAB_APP_ID is the id of the directory.',
  tabAppIsTenantCure:
    'Set TAB_APP_ID to the application (client) id of the app that the tab signs in to, or remove it.',
  ownTenantLeftOut: 'ALLOWED_TENANTS leaves out the directory of the registration itself.',
  ownTenantLeftOutCure:
    'Add the id in MicrosoftAppTenantId to ALLOWED_TENANTS if people of your own are to use the bot.',

  secretIsId: 'MicrosoftAppPassword is a GUID: that is what a secret’s “Secret ID” looks like, not its value.',
  secretIsIdCure: `Set MicrosoftAppPassword to the secret’s value. It is shown only once; where it is lost, make a new secret (${REGISTRATIONS} → Certificates & secrets).`,
  secretHasBlanks: 'MicrosoftAppPassword has blanks or quotation marks around it.',
  secretHasBlanksCure: 'Set it to the value alone, without quotation marks, blanks or line breaks.',
  secretLooksRight: 'It has the form of a secret’s value.',
  secretEnds: (day: string, days: number) => `It ends on ${day}, in ${countText(days, DAYS, LOCALE)}.`,
  secretEnded: (day: string) => `By SECRET_ENDS it ended on ${day}.`,
  secretEndsCure: `Make a new one (${REGISTRATIONS} → Certificates & secrets), set MicrosoftAppPassword to its value and SECRET_ENDS to its day, restart the bot, and delete the old one.`,
  secretEndUnknown: 'It has the form of a secret’s value. With SECRET_ENDS the bot reminds you before it ends.',

  signedIn: 'Microsoft takes the bot’s id and secret.',
  managedIdentity: 'This machine gets tokens for the managed identity.',
  noManagedIdentity: 'This machine gets no token for the managed identity.',
  noManagedIdentityCure:
    'Assign the user-assigned managed identity of the Azure Bot to the app or the machine that runs the bot, and set MicrosoftAppId to its client id.',
  notOnAzure: 'There is no service here that gives tokens to managed identities.',
  notOnAzureCure:
    'Run the bot on Azure, with the identity assigned; elsewhere make the Azure Bot one of type Single Tenant.',
  identityEndpointCure:
    'IDENTITY_ENDPOINT is Azure’s own variable. On Azure restart the app, and set it nowhere yourself; elsewhere remove it.',
  metadataCure: (host: string) =>
    `On Azure let the bot reach ${host} directly. Elsewhere make the Azure Bot one of type Single Tenant.`,
  refusedSignIn: (code: string) => `Microsoft does not let the bot sign in (${code}).`,
  refused: (host: string, code: string) => `${host} refuses what the bot asks for (${code}).`,
  refusedCure: (code: string) =>
    `What ${code} means is told at https://login.microsoftonline.com/error?code=${code.replace(/\D/g, '')}.`,

  directories: (count: number) => (count === 1 ? 'Microsoft knows the directory.' : 'Microsoft knows the directories.'),
  noDirectory: (id: string) => `Microsoft knows no directory ${id}.`,
  noDirectoryCure: (variable: string) =>
    `Compare ${variable} with the tenant id at Microsoft Entra ID → Overview. A directory of another cloud (US government, 21Vianet) is not served.`,

  clockRight: 'It agrees with Microsoft’s.',
  clockUnknown: 'Microsoft did not say what time it is there.',
  clockWrong: (seconds: number, isAhead: boolean) =>
    `It is ${countText(seconds, { one: 'second', other: 'seconds' }, LOCALE)} ${isAhead ? 'ahead of' : 'behind'} Microsoft’s.`,
  clockWrongCure:
    'Have this machine set its clock by NTP (timedatectl set-ntp true). Tokens are refused where clocks differ by more than a minute or five.',

  reached: (host: string) => `${host} answers.`,
  notReached: (host: string, { why, code }: NoAnswer) => `${host} cannot be reached: ${WHY[why]} (${code}).`,
  notReachedCure: (host: string, why: NoAnswer['why']) => CURES[why](host),
  otherAnswer: (host: string, status: number) =>
    `Something else answers in the place of ${host} (HTTP ${status}), a proxy by the look of it.`,
  otherAnswerCure: (host: string) => `Have the proxy let ${host} through. ${HOSTS}`,
  tooOften: (host: string, status: number) => `${host} was asked too often for now (HTTP ${status}).`,
  tooOftenCure: 'Try again in some minutes.',
  serviceDown: (host: string, status: number) => `${host} answers with a failure (HTTP ${status}).`,
  serviceDownCure: 'Try again in some minutes. If it stays, https://status.cloud.microsoft tells of outages.',
  notPublic: (host: string) =>
    `${host} has an address here that is not public, and documents are not fetched from such ones.`,
  notPublicCure: (host: string) => `Have the DNS of this machine answer with the public address of ${host}.`,

  proxyUnused: (name: string) =>
    `${name} is set, but without NODE_USE_ENV_PROXY=1 the bot does not sign in by that proxy.`,
  proxyUnusedCure: `Set NODE_USE_ENV_PROXY=1 beside it, or let the bot go out directly. ${HOSTS}`,
  proxyUsed: (name: string) => `The bot signs in by the proxy in ${name}. Documents are fetched without it.`,
  proxyUsedCure: 'Let the bot reach *.sharepoint.com directly, too.',

  noPublicUrl: 'PUBLIC_URL is not set, so nobody could look whether Teams reaches the bot.',
  noPublicUrlCure:
    'Set PUBLIC_URL to the https address under which people reach the bot, such as https://cpor.contoso.com.',
  endpointAnswers: (address: string) => `${address} is the bot, and takes no request without a token.`,
  endpointElsewhere: (address: string, status: number) =>
    `${address} answers, but not as the bot does (HTTP ${status}).`,
  endpointElsewhereCure:
    'Have the proxy pass on POST /api/messages, with its path and headers as they are, to the port of the bot. Then set the Azure Bot’s messaging endpoint to this address.',
  endpointOpen: (address: string) => `${address} takes requests without a token.`,
  endpointOpenCure:
    'Something in front answers for the bot, or a bot in local mode does. Have the proxy pass on POST /api/messages to this bot, with its headers.',
  endpointAway: (address: string, status: number) => `${address} has nothing behind it (HTTP ${status}).`,
  endpointAwayCure: 'Start the bot, and look where the proxy passes requests on to.',
  endpointNotReachedCure:
    'Start the bot, and look at the DNS name, the certificate and the proxy. Teams takes no self-signed one.',
  inside: 'The outside sees neither of them.',
  outside: (address: string) => `${address} can be read from outside.`,
  outsideCure: 'Have the proxy pass on /api/messages, /tab, /privacy and /terms, and nothing else.',

  noPackage: 'There is no app package here to compare with.',
  packageFits: 'It is for this bot.',
  packageUnreadable: (file: string) => `${file} holds no manifest.json that can be read.`,
  packageDiffers: (what: string) => `It is for another bot: ${what} is not as configured here.`,
  packageCure: 'Make it anew with npm run manifest, from the same settings, and upload that one to Teams.',

  storeReady: (engine: string) => `${engine} takes writes, and its indexes are there.`,
  storeInUse: 'DATA_DIR is in use, as it is while the bot runs.',
  storeNotThere: 'DATA_DIR is not there yet; the bot makes it at its first start.',
  storeNoIndexes: (engine: string) => `${engine} takes writes. Its indexes are not there yet.`,
  storeNoIndexesCure: 'Start the bot: it makes them. Before its first start nothing is wrong with that.',
  storeCure: 'The operator’s guide, section 3, says what the store needs.',
  diskRoom: (gb: string) => `DATA_DIR has ${gb} GB left.`,
  diskCure:
    'Make room on that disk, or put DATA_DIR on a larger one. On a full disk the bot takes nothing in any more.',

  leadsKnown: (count: number) =>
    `${countText(count, { one: 'entry', other: 'entries' }, LOCALE)}, each of somebody who is known here.`,
  leadsOpen: 'In local mode everybody is a lead.',
  noLeads: 'LEADS is not set: nobody can import claims in the chat, or sees all of them.',
  noLeadsCure: 'Set LEADS to object ids or user principal names.',
  leadsUnseen: 'Nobody could look who is known here: the store was not open for that.',
  leadsUnknown: (entries: string) => `Nobody who has written to the bot is ${entries}.`,
  leadsUnknownCure:
    'Compare them with the user principal name or the object id at Microsoft Entra ID → Users (a mail address may differ), and have these people write to the bot once.',

  noScanner: 'CLAMD is not set: documents are not scanned for viruses.',
  scanner: 'clamd answers.',
  scannerAway: (reason: string) => `clamd does not answer (${reason}). Documents wait until it does.`,
  scannerCure: 'Start clamd, and have it listen at the host and port in CLAMD (TCPSocket and TCPAddr in clamd.conf).',

  helpDesk: (host: string) => `${host} answers. Whether it knows the secret shows with the first ticket.`,
  helpDeskStatus: (host: string, status: number) => `${host} answers with HTTP ${status}.`,
  helpDeskCure: 'Compare DESK_WEBHOOK_URL with the address that your help-desk system gives.',

  realTime: 'It is the real time.',
  demonstration: 'NOW is set: deadlines and reminders go by another time than today’s.',
  demonstrationCure: 'Remove NOW; it is for demonstrations.',
} as const;

const WHY: Readonly<Record<NoAnswer['why'], string>> = {
  name: 'its name is not known here',
  refused: 'the connection is refused',
  certificate: 'its certificate is not trusted here',
  proxy: 'a proxy refuses the way there',
  late: 'no answer in time',
  broken: 'the connection broke',
};

const CURES: Readonly<Record<NoAnswer['why'], (host: string) => string>> = {
  name: (host) => `Look at the DNS of this machine or container: it has to resolve ${host}.`,
  refused: (host) => `Have the firewall let HTTPS out to ${host}. ${HOSTS}`,
  certificate: (host) =>
    `Where a proxy opens TLS, name its certificate in NODE_EXTRA_CA_CERTS, or have it let ${host} through unopened.`,
  proxy: (host) => `Have the proxy let ${host} through. ${HOSTS}`,
  late: (host) => `Have the firewall or the proxy let HTTPS out to ${host}. ${HOSTS}`,
  broken: (host) => `Have the firewall or the proxy let HTTPS out to ${host}. ${HOSTS}`,
};

/** What Microsoft's refusals of a sign-in mean (learn.microsoft.com/entra/identity-platform/reference-error-codes). */
export const signInRefusals: Readonly<Record<string, { readonly says: string; readonly cure: string }>> = {
  AADSTS7000222: { says: 'The client secret has expired.', cure: doctorTexts.secretEndsCure },
  AADSTS7000215: {
    says: 'The client secret is none of this app’s.',
    cure: `Set MicrosoftAppPassword to the secret’s value, which is not its “Secret ID”. It is shown only once; where it is lost, make a new secret (${REGISTRATIONS} → Certificates & secrets).`,
  },
  AADSTS700016: {
    says: 'The directory has no app with this id.',
    cure: 'Compare MicrosoftAppId and MicrosoftAppTenantId with the Azure Bot’s “Configuration”: the Microsoft App ID, which is no object id, and the App Tenant ID.',
  },
  AADSTS90002: {
    says: 'There is no such directory.',
    cure: 'Compare MicrosoftAppTenantId with the App Tenant ID in the Azure Bot’s “Configuration”.',
  },
  AADSTS7000229: {
    says: 'The app has no service principal in its directory.',
    cure: `Open ${REGISTRATIONS}, and there “Create service principal” beside “Managed application in local directory”.`,
  },
  AADSTS7000112: {
    says: 'The app is disabled in its directory.',
    cure: 'Microsoft Entra ID → Enterprise applications → the bot’s → Properties: enable it for sign-in.',
  },
  AADSTS53003: {
    says: 'A rule of conditional access keeps the bot from signing in.',
    cure: 'Have whoever looks after conditional access let this workload identity sign in from where the bot runs.',
  },
};
