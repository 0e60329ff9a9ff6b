/** What the bot says of what it keeps about people, in Italian. */
import { countText } from '../../format/count.ts';
import type * as en from './en.ts';

type Words = (n: number, locale: string) => string;

const counted =
  (one: string, other: string): Words =>
  (n, locale) =>
    countText(n, { one, many: `di ${other}`, other }, locale);

export const personalDataTexts: typeof en.personalDataTexts = {
  help: ['Scrivi «what do you keep about me» per vederlo, o «delete my data» per farlo eliminare.'],
  title: 'Che cosa conservo su di te',
  detail: 'Lo uso per mostrarti le tue richieste e per ricordartele.',
  nothing: 'Non conservo nulla su di te, se non che mi stai scrivendo ora.',
  stays: 'Documentazione della tua organizzazione in cui compare il tuo nome',
  closing: 'I documenti registrati e ciò che vi è scritto appartengono alla tua organizzazione.',
  ask: {
    title: 'Eliminare ciò che conservo su di te?',
    detail: 'Questo viene eliminato, e smetto di inviarti promemoria:',
    stays:
      'Questo resta alla tua organizzazione, senza il tuo nome. Le tue richieste restano allora senza responsabile:',
    closing: 'Quando mi scriverai o userai di nuovo una delle mie card, ti conoscerò da capo.',
  },
  done: {
    title: 'Lo sto eliminando',
    detail:
      'Entro pochi minuti qui non resta nulla su di te, e smetto di inviarti promemoria. I nostri messaggi restano in Teams finché non li elimini. Quando mi scriverai o userai di nuovo una delle mie card, ti conoscerò da capo.',
  },
  standIn: 'Utente eliminato',
  kept: {
    people: () => 'Il tuo nome, indirizzi, lingua e fuso orario, e come scriverti',
    owner_names: counted('nome sotto cui figurano richieste tue', 'nomi sotto cui figurano richieste tue'),
    nudges: counted('promemoria o messaggio per te', 'promemoria e messaggi per te'),
    poe_drafts: counted('file inviato che puoi ancora registrare', 'file inviati negli ultimi 30 giorni'),
    quarantined_files: counted('documento in attesa dell’antivirus', 'documenti in attesa dell’antivirus'),
    poe_offers: counted('documento che hai chiesto di scaricare', 'documenti che hai chiesto di scaricare'),
    associations: counted('richiesta di cui hai la responsabilità', 'richieste di cui hai la responsabilità'),
    tickets: counted('ticket che hai aperto', 'ticket che hai aperto'),
    import_jobs: counted('file esportato che hai importato', 'file esportati che hai importato'),
    nudge_orders: counted('messaggio che hai fatto inviare', 'messaggi che hai fatto inviare'),
  },
};

export const personalDataCardWords: typeof en.personalDataCardWords = {
  'personal-data': {
    delete: 'Elimina i miei dati',
    deleteNow: 'Elimina',
    keep: 'Mantieni',
  },
};
