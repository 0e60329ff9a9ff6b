/** What the bot says of what it keeps about people, in German. */
import { countText } from '../../format/count.ts';
import type * as en from './en.ts';

const counted =
  (one: string, other: string) =>
  (n: number, locale: string): string =>
    countText(n, { one, other }, locale);

export const personalDataTexts: typeof en.personalDataTexts = {
  help: ['Schreiben Sie „what do you keep about me“, um es zu sehen, oder „delete my data“, um es löschen zu lassen.'],
  title: 'Was ich über Sie speichere',
  detail: 'Es dient dazu, Ihnen Ihre Claims zu zeigen und Sie an sie zu erinnern.',
  nothing: 'Ich speichere nichts über Sie, außer dass Sie gerade schreiben.',
  stays: 'Aufzeichnungen Ihrer Organisation, in denen Sie genannt sind',
  closing: 'Abgelegte Dokumente und ihr Inhalt gehören Ihrer Organisation.',
  ask: {
    title: 'Löschen, was ich über Sie speichere?',
    detail: 'Das hier wird gelöscht, und ich erinnere Sie nicht mehr:',
    stays: 'Das hier bleibt bei Ihrer Organisation, ohne Ihren Namen. Für Ihre Claims ist dann niemand zuständig:',
    closing: 'Schreiben Sie mir wieder oder benutzen Sie eine meiner Karten, lerne ich Sie neu kennen.',
  },
  done: {
    title: 'Ich lösche es',
    detail:
      'In wenigen Minuten ist hier nichts mehr über Sie gespeichert, und ich erinnere Sie nicht mehr. Unsere Nachrichten bleiben in Teams, bis Sie sie löschen. Schreiben Sie mir wieder oder benutzen Sie eine meiner Karten, lerne ich Sie neu kennen.',
  },
  standIn: 'Gelöschter Benutzer',
  kept: {
    people: () => 'Ihr Name, Ihre Adressen, Sprache und Zeitzone, und wie ich Ihnen schreiben kann',
    owner_names: counted(
      'Name, unter dem Sie für Claims zuständig sind',
      'Namen, unter denen Sie für Claims zuständig sind',
    ),
    nudges: counted('Erinnerung oder Nachricht an Sie', 'Erinnerungen und Nachrichten an Sie'),
    poe_drafts: counted('Upload, den Sie noch ablegen können', 'Uploads der letzten 30 Tage'),
    quarantined_files: counted(
      'Dokument, das auf den Virenscanner wartet',
      'Dokumente, die auf den Virenscanner warten',
    ),
    poe_offers: counted('Dokument, das Sie herunterladen wollten', 'Dokumente, die Sie herunterladen wollten'),
    associations: counted('Claim, für den Sie zuständig sind', 'Claims, für die Sie zuständig sind'),
    tickets: counted('Ticket, das Sie geöffnet haben', 'Tickets, die Sie geöffnet haben'),
    import_jobs: counted('Export, den Sie importiert haben', 'Exporte, die Sie importiert haben'),
    nudge_orders: counted('Nachricht, die Sie senden ließen', 'Nachrichten, die Sie senden ließen'),
  },
};

export const personalDataCardWords: typeof en.personalDataCardWords = {
  'personal-data': {
    delete: 'Meine Daten löschen',
    deleteNow: 'Löschen',
    keep: 'Behalten',
  },
};
