/** What the page says first, in German: with the first rows, before its large script has come. `texts/` has the rest. */
import type { PoeLack } from '../../src/claims/claim.ts';
import type * as en from './en.ts';

const lackStates: Readonly<Record<PoeLack['state'], string>> = { missing: 'fehlt', unclear: 'unklar' };

export const firstTexts: typeof en.firstTexts = {
  title: 'Claims',
  views: { claims: 'Claims', tickets: 'Tickets', campaign: 'Kampagne', imports: 'Importe' },
  viewsName: 'Teile dieser Registerkarte',
  deadline: {
    before: (days, day) => `Noch ${days}, bis zum ${day}`,
    'on the day': (_, day) => `Heute ist der Stichtag: ${day}`,
    after: (days, day) => `${days} nach dem ${day}`,
  },
  days: { one: 'Tag', other: 'Tage' },
  ofCampaign: (label, deadline) => `${label}: ${deadline}`,
  claims: { one: 'Claim', other: 'Claims' },
  searchHint: 'Kunde, Claim-ID, Domain oder Person',
  filters: 'Filter',
  filtersOn: (n) => `Filter (${n})`,
  clear: 'Filter löschen',
  downloadShort: (kind) => `.${kind}`,
  filterNames: {
    owner: 'Zuständig',
    state: 'Stand',
    program: 'Programm',
    workload: 'Workload',
    sort: 'Sortieren nach',
  },
  columns: {
    customer: 'Kunde',
    claim: 'Claim-ID',
    program: 'Programm',
    workloads: 'Workloads',
    owner: 'Zuständig',
    state: 'Stand',
  },
  table: 'Claims, je Zeile einer. Pfeiltasten gehen von Zeile zu Zeile, die Leertaste wählt eine aus.',
  choose: { column: 'Ausgewählt' },
  more: (n) => (n === '1' ? 'noch 1' : `${n} weitere`),
  andMore: (n) => (n === '1' ? 'und noch 1' : `und ${n} weitere`),
  noOwner: 'Niemand zuständig',
  you: 'Sie',
  states: {
    'to collect': 'POE fehlt',
    'to upload': 'Noch hochladen',
    done: 'Alles erledigt',
    outside: 'Nicht in der Kampagne',
    removed: 'Entfernt',
  },
  filedBut: (lack) => `POE abgelegt, ${lack}`,
  aspects: {
    partner: 'Name des Partners',
    customer: 'Name des Kunden',
    tenantOrDomain: 'Domain oder Verzeichnis-ID',
    workload: 'Workload',
    signature: 'Unterschrift',
    date: 'Datum der Unterschrift',
    activities: 'Beschreibung der Arbeit',
  },
  lack: (aspect, state) => `${aspect} ${lackStates[state]}`,
  addDocuments: 'Dokumente hinzufügen',
  local: { banner: 'Lokal: ohne Anmeldung.', you: 'Sie sind' },
};
