/** Microsoft's products as claims and documents call them. */

export interface KnownProduct {
  /** Names that mean nothing else, whatever their case; folded. */
  readonly names: readonly string[];
  /** Short names, which count in exactly this case only. */
  readonly short?: readonly string[];
  /** A name that is a plain word too: it counts in this case, and where the words beside it are of products. */
  readonly word?: string;
  /** Names of another product that is a part of this one, too. */
  readonly parts?: readonly string[];
}

/** Years of versions for one's own servers. */
const SERVERS = ['2007', '2010', '2013', '2016', '2019'];
const released = (name: string, ...years: readonly string[]): string[] => years.map((year) => `${name} ${year}`);

/** Both the claim's workload and the words of the document are looked up here. Names hold no accents and no signs; `365` may follow a blank. */
export const PRODUCTS: readonly KnownProduct[] = [
  {
    names: [
      'exchange online',
      'exchange server online',
      'microsoft exchange',
      'office 365 exchange',
      'exchange online protection plan',
    ],
    short: ['EXO', 'ExO', 'EOL'],
    word: 'Exchange',
  },
  { names: ['exchange online protection'], short: ['EOP'] },
  { names: ['sharepoint online', 'microsoft sharepoint', 'sharepoint', 'share point online'], short: ['SPO', 'ODSP'] },
  {
    names: ['onedrive for business', 'microsoft onedrive', 'onedrive', 'one drive for business'],
    short: ['ODB', 'OD4B', 'ODfB', 'ODSP'],
  },
  {
    names: ['microsoft teams', 'ms teams', 'teams online', 'office 365 teams', 'microsoft teams meetings'],
    short: ['MST'],
    word: 'Teams',
    parts: ['teams rooms', 'teams phone', 'teams phone system', 'teams calling', 'teams telephony'],
  },
  {
    names: [
      'microsoft teams phone',
      'teams phone',
      'phone system',
      'teams phone system',
      'teams calling',
      'teams telephony',
    ],
  },
  { names: ['teams rooms', 'microsoft teams rooms'], short: ['MTR'] },
  {
    names: ['skype for business online', 'skype for business', 'lync online'],
    short: ['SfB', 'SfBO', 'S4B', 'SFB', 'SFBO'],
  },
  { names: ['yammer', 'viva engage', 'yammer enterprise', 'microsoft yammer'] },
  {
    names: [
      'microsoft viva',
      'viva',
      'viva insights',
      'viva connections',
      'viva learning',
      'viva goals',
      'viva topics',
      'viva amplify',
      'viva pulse',
      'viva glint',
    ],
    parts: ['viva engage'],
  },
  { names: ['microsoft purview'], short: ['Purview'] },
  {
    names: [
      'office 365 proplus',
      'microsoft 365 apps for enterprise',
      'microsoft 365 apps',
      'office proplus',
      'o365 proplus',
      'm365 apps',
      'applications microsoft 365',
      'aplicaciones de microsoft 365',
      'aplicaciones microsoft 365',
      'apps for enterprise',
      'apps for business',
      'microsoft 365 apps for business',
      'office 365 business',
      'office 365 pro plus',
    ],
    short: ['ProPlus', 'OPP', 'M365A'],
  },
  {
    names: [
      'microsoft intune',
      'intune',
      'microsoft endpoint manager',
      'mobile device management',
      'endpoint manager',
      'intune mdm',
    ],
    short: ['MDM', 'MEM', 'MAM'],
  },
  {
    names: [
      'azure active directory premium',
      'azure ad premium',
      'azure active directory premium p1',
      'azure active directory premium p2',
      'azure ad premium p1',
      'azure ad premium p2',
      'azure active directory p1',
      'azure ad p1',
      'azure ad p2',
      'aad premium',
      'aad p1',
      'aad p2',
      'azure active directory',
      'azure ad',
      'microsoft entra id',
      'entra id',
      'entra id p1',
      'entra id p2',
      'microsoft entra id p1',
    ],
    short: ['AADP', 'AADP1', 'AADP2', 'AAD'],
  },
  {
    names: [
      'azure information protection',
      'aip p1',
      'aip p2',
      'microsoft information protection',
      'purview information protection',
      'microsoft purview information protection',
      'purview sensitivity labels',
      'microsoft purview sensitivity labels',
      'azure rights management',
    ],
    short: ['AIP', 'MIP', 'Information Protection'],
  },
  {
    names: [
      'azure advanced threat protection',
      'azure atp',
      'microsoft defender for identity',
      'defender for identity',
    ],
    short: ['AATP', 'MDI'],
  },
  {
    names: [
      'office 365 advanced threat protection',
      'advanced threat protection for office 365',
      'atp for office 365',
      'office 365 atp',
      'o365 atp',
      'microsoft defender for office 365',
      'defender for office 365',
    ],
    short: ['OATP', 'MDO', 'ATP'],
  },
  {
    names: ['advanced threat protection', 'microsoft advanced threat protection'],
    parts: [
      'advanced threat protection',
      'advanced threat protection for',
      'atp',
      'atp for',
      'defender for',
      'azure advanced threat protection',
      'azure atp',
      'defender for identity',
      'defender advanced threat protection',
      'defender atp',
      'defender for endpoint',
      'windows defender atp',
      'windows defender advanced threat protection',
    ],
  },
  {
    names: [
      'microsoft defender advanced threat protection',
      'microsoft defender atp',
      'windows defender atp',
      'windows defender advanced threat protection',
      'microsoft defender for endpoint',
      'defender for endpoint',
      'defender para punto de conexion',
      'defender para puntos de conexion',
      'defender pour point de terminaison',
      'defender pour les points de terminaison',
      'defender fur endpunkt',
      'defender fur endpunkte',
      'defender atp',
    ],
    short: ['MDATP', 'WDATP', 'MDE'],
  },
  {
    names: [
      'microsoft cloud app security',
      'cloud app security',
      'defender for cloud apps',
      'microsoft defender for cloud apps',
    ],
    short: ['MCAS', 'CAS', 'MDA', 'MDCA'],
  },
  {
    names: [
      'advanced compliance',
      'office 365 advanced compliance',
      'microsoft 365 compliance',
      'insider risk management',
      'advanced ediscovery',
    ],
  },
  {
    names: ['windows 10 enterprise', 'windows 10', 'windows 11', 'windows 10 deployment', 'windows autopilot'],
    short: ['Win10', 'W10', 'WIN10'],
  },
  { names: ['windows virtual desktop', 'azure virtual desktop'], short: ['WVD', 'AVD'] },
  { names: ['microsoft stream'], word: 'Stream' },
  { names: ['microsoft planner'], short: ['Planner'] },
  { names: ['microsoft sentinel', 'azure sentinel'], short: ['Sentinel'] },
  { names: ['windows 365', 'windows 365 enterprise', 'windows 365 business'], short: ['W365'] },
  { names: ['project online', 'microsoft project online', 'microsoft project', 'project plan 3', 'project plan 5'] },
  { names: ['visio online', 'microsoft visio', 'visio plan 2', 'visio'] },
  { names: ['power bi', 'powerbi', 'microsoft power bi', 'power bi pro', 'power bi premium'], short: ['PBI'] },
  { names: ['power apps', 'powerapps', 'microsoft power apps', 'microsoft powerapps'] },
  { names: ['power automate', 'microsoft power automate', 'microsoft flow'], word: 'Flow' },
  { names: ['power virtual agents', 'copilot studio'], short: ['PVA'] },
  {
    names: [
      'dynamics 365 sales',
      'dynamics 365 for sales',
      'd365 sales',
      'dynamics crm online',
      'dynamics 365 ventes',
      'dynamics 365 ventas',
      'dynamics 365 vertrieb',
    ],
    short: ['D365S'],
  },
  { names: ['dynamics 365 customer service', 'dynamics 365 for customer service', 'd365 customer service'] },
  { names: ['dynamics 365 field service', 'dynamics 365 for field service', 'd365 field service'] },
  { names: ['dynamics 365 marketing', 'dynamics 365 for marketing', 'd365 marketing'] },
  {
    names: [
      'dynamics 365 finance',
      'dynamics 365 for finance and operations',
      'dynamics 365 finance and operations',
      'd365 finance',
      'd365 f o',
    ],
    short: ['D365FO', 'D365F', 'D365 F&O'],
  },
  {
    names: ['dynamics 365 supply chain management', 'dynamics 365 supply chain', 'd365 supply chain', 'd365 scm'],
    short: ['D365SCM'],
  },
  { names: ['dynamics 365 business central', 'business central', 'd365 business central'], short: ['D365BC', 'BC365'] },
  { names: ['dynamics 365 project operations', 'dynamics 365 project service automation'], short: ['D365 PSA'] },
  { names: ['dynamics 365 human resources', 'dynamics 365 talent', 'dynamics 365 for talent'] },
  { names: ['dynamics 365 commerce', 'dynamics 365 retail', 'dynamics 365 for retail'] },
  { names: ['dynamics 365 customer insights', 'customer insights'] },
  // On servers of one's own: these are not the workloads.
  {
    names: [
      'exchange server',
      'microsoft exchange server',
      'exchange on premises',
      ...released('exchange', ...SERVERS),
    ],
  },
  { names: ['sharepoint server', 'microsoft sharepoint server', ...released('sharepoint', ...SERVERS)] },
  { names: ['skype for business server', 'lync server'] },
  { names: ['project server'] },
  { names: ['microsoft forms'], word: 'Forms' },
  { names: ['windows hello for business', 'windows hello'] },
  {
    names: [
      'microsoft 365 copilot',
      'copilot for microsoft 365',
      'm365 copilot',
      'copilot for m365',
      'copilot fur microsoft 365',
      'copilot pour microsoft 365',
      'copilot para microsoft 365',
    ],
  },
];

/** Beside a plain word, these show that it is meant as the product. */
export const PRODUCT_COMPANY = `
  migration migrations migrated mailbox mailboxes rollout roll-out deployment deployed adoption chat channel channels meeting meetings
  calling telephony governance workload workloads onboarding app apps client hybrid admin administration policies policy licence license
  licences licenses users training usage einfuhrung migrationen postfach postfacher schulung schulungen kanale besprechungen telefonie
  nutzung umstellung deploiement adoption formation boites reunions canaux buzones adopcion despliegue implantacion migracion reuniones
  canales formacion uso outlook online sharepoint onedrive exchange teams yammer intune skype aad exo spo premium azure office
  microsoft 365`
  .trim()
  .split(/\s+/);
