/** What the page says first, in French: with the first rows, before its large script has come. `texts/` has the rest. */
import type { PoeLack } from '../../src/claims/claim.ts';
import type * as en from './en.ts';

/** The same for masculine and feminine. */
const lackStates: Readonly<Record<PoeLack['state'], string>> = { missing: 'introuvable', unclear: 'à vérifier' };

export const firstTexts: typeof en.firstTexts = {
  title: 'Demandes',
  views: { claims: 'Demandes', tickets: 'Tickets', campaign: 'Campagne', imports: 'Imports' },
  viewsName: 'Parties de cet onglet',
  deadline: {
    before: (days, day) => `Encore ${days}, jusqu’au ${day}`,
    'on the day': (_, day) => `Le jour prévu est aujourd’hui : ${day}`,
    after: (days, day) => `${days} après le ${day}`,
  },
  days: { one: 'jour', many: 'de jours', other: 'jours' },
  ofCampaign: (label, deadline) => `${label} : ${deadline}`,
  claims: { one: 'demande', many: 'de demandes', other: 'demandes' },
  searchHint: 'Client, ID de demande, domaine ou propriétaire',
  filters: 'Filtres',
  filtersOn: (n) => `Filtres (${n})`,
  clear: 'Effacer les filtres',
  downloadShort: (kind) => `.${kind}`,
  filterNames: {
    owner: 'Propriétaire',
    state: 'État',
    program: 'Programme',
    workload: 'Charge de travail',
    sort: 'Trier par',
  },
  columns: {
    customer: 'Client',
    claim: 'ID de demande',
    program: 'Programme',
    workloads: 'Charges de travail',
    owner: 'Propriétaire',
    state: 'État',
  },
  table: 'Demandes, une par ligne. Les flèches passent d’une ligne à l’autre, la barre d’espace en sélectionne une.',
  choose: { column: 'Sélection' },
  more: (n) => (n === '1' ? '1 autre' : `${n} autres`),
  andMore: (n) => (n === '1' ? 'et 1 autre' : `et ${n} autres`),
  noOwner: 'Sans propriétaire',
  you: 'Vous',
  states: {
    'to collect': 'POE manquante',
    'to upload': 'À charger',
    done: 'Terminé',
    outside: 'Hors campagne',
    removed: 'Écartée',
  },
  filedBut: (lack) => `POE classée, ${lack}`,
  aspects: {
    partner: 'nom du partenaire',
    customer: 'nom du client',
    tenantOrDomain: 'domaine ou ID d’annuaire',
    workload: 'charge de travail',
    signature: 'signature',
    date: 'date de la signature',
    activities: 'travail effectué',
  },
  lack: (aspect, state) => `${aspect} ${lackStates[state]}`,
  addDocuments: 'Ajouter des documents',
  local: { banner: 'Local : sans authentification.', you: 'Vous êtes' },
};
