/** One story that meets most cards and sentences, by people whose clients are in one language: for pictures of them, and for tests. */
import { type Language, languageOf } from '../../src/language/language.ts';
import { exportOf, type World } from '../e2e/world.ts';
import { pdfOf } from '../files/documents.ts';
import { type AdaptiveCard, buttons, type InputValues } from './cards.ts';
import type { Answer } from './teams/chat.ts';
import type { Person } from './teams.ts';

/** What came back at one step. */
export interface SpokenStep {
  /** What was done, in English: "the list". */
  readonly name: string;
  readonly text: string;
  readonly card?: AdaptiveCard;
}

const DAY_OF_SIGNING = '2020-06-01';
const LEAD = 'isaiahl@contoso.example';
const OWNER = 'adelev@contoso.example';

/** Settings of the world that it is told in. */
export const SPOKEN_ENV = { LEADS: LEAD, NUDGE_DAYS: '14', PARTNER_NAMES: 'Northwind Consulting' };

/** What the notice answers, and what it does not: questions are answered in the language that they are asked in. */
const ASKED: Readonly<Record<Language, readonly [string, string]>> = {
  en: ['What is POE?', 'Is there a fee for parrots?'],
  de: ['Was ist POE?', 'Kosten Papageien eine Gebühr?'],
  fr: ['Qu’est-ce que le POE ?', 'Y a-t-il des frais pour les perroquets ?'],
  es: ['¿Qué es POE?', '¿Se cobra algo por los loros?'],
  it: ['Che cos’è il POE?', 'Si paga qualcosa per i pappagalli?'],
  'pt-BR': ['O que é POE?', 'Existe taxa para papagaios?'],
  ja: ['POEとは何ですか', 'オウムに料金はかかりますか'],
};

/** @param locale of the clients (BCP 47) */
export async function spokenStory({ teams }: World, locale: string): Promise<SpokenStep[]> {
  const steps: SpokenStep[] = [];
  const [question, unanswerable] = ASKED[languageOf(locale)];
  const lead = teams.person({ name: 'Isaiah Langer', locale });
  const adele = teams.person({ name: 'Adele Vance', locale });

  async function step(name: string, answer: Promise<Answer>): Promise<Answer> {
    const came = await answer;
    const [card] = came.cards.length > 0 ? [came.card] : [];
    steps.push({ name, text: came.text, ...(card && { card }) });
    return came;
  }

  /** The first button of a verb: its title is in any language. */
  const press = (person: Person, card: AdaptiveCard, verb: string, values?: InputValues): Promise<Answer> =>
    person.chat.presses(card, verb, values, { index: 0 });

  await step('welcome', adele.chat.install());
  await step('help', adele.chat.says('help'));
  await step('help of a lead', lead.chat.says('help'));
  await step('nothing imported', adele.chat.says('what needs POE'));
  await step('how to upload', adele.chat.says('upload a document'));
  const preview = await step(
    'import preview',
    lead.chat.drops([
      {
        name: 'export.csv',
        bytes: exportOf([
          { claim: 'CLM-1', workload: 'Exchange Online', owner: OWNER, domain: 'contoso.example' },
          { claim: 'CLM-1', workload: 'Teams', owner: OWNER, domain: 'contoso.example' },
          { claim: 'CLM-2', customer: 'Fabrikam', program: 'OSA Sell', owner: OWNER },
          { claim: 'CLM-3', customer: 'Tailspin Toys' },
          { claim: 'CLM-4', customer: 'Wingtip', owner: 'Megan Bowen' },
          { claim: '', customer: 'Nobody' },
        ]),
      },
    ]),
  );
  const since = lead.chat.conversation.mark;
  const imported = await step('imported', press(lead, preview.card, 'import.confirm'));
  // On a busy machine its end comes in a message of its own.
  const isThrough = buttons(imported.card).some(({ verb }) => verb === 'import.undo');
  if (!isThrough) await lead.chat.next(({ text }) => text.includes('export.csv'), { since, timeoutMs: 25_000 });
  await step('imports', lead.chat.says('imports'));
  const list = await step('the list', adele.chat.says('what needs POE'));
  const claim = await step('a claim', press(adele, list.card, 'claim.open'));
  await step('marked', press(adele, claim.card, 'claim.not-engaged'));
  await step('documents of a claim', press(adele, (await adele.chat.says('CLM-1')).card, 'poe.documents'));
  const lacking = pdfOf(['Statement of work for Contoso Retail', 'Teams', 'Northwind Consulting']);
  const proposed = await step(
    'a document that lacks',
    adele.chat.drops([{ name: 'sow.pdf', bytes: lacking }], 'CLM-2'),
  );
  await step('filed', press(adele, proposed.card, 'poe.file', { why: 'it follows' }));
  const whole = pdfOf([
    'Northwind Consulting carried out the migration of mailboxes for Contoso Retail (contoso.example).',
    'Exchange Online and Teams were set up, and people were trained.',
    `Signed for Contoso Retail: Lynne Robbins /s/ Lynne Robbins Date: ${DAY_OF_SIGNING}`,
  ]);
  const another = await step('a document', adele.chat.drops([{ name: 'signed.pdf', bytes: whole }], 'CLM-1'));
  await step('discarded', press(adele, another.card, 'poe.discard'));
  await step('what cannot be taken', adele.chat.drops([{ name: 'notes.zip', bytes: Buffer.from('PK\u0003\u0004') }]));
  const unneeded = (await lead.chat.says('claim CLM-3')).card;
  const removing = await step('why a claim is removed', press(lead, unneeded, 'claim.remove-form'));
  await step('removed', press(lead, removing.card, 'claim.remove', { reason: 'sold' }));
  await step('removed claims', lead.chat.says('removed'));
  await step('owners by name', lead.chat.says('owners'));
  await step('topics', adele.chat.says('topics'));
  await step('an answer', adele.chat.says(question));
  await step('what the notice does not say', adele.chat.says(unanswerable));
  await step('unanswered', lead.chat.says('unanswered'));
  const form = await step('the ticket form', adele.chat.says('open a ticket'));
  const answers = { topic: 'poe', issue: 'poe-question', claims: 'CLM-1', description: 'How new is new enough?' };
  const ticket = await step('a ticket', press(adele, form.card, 'ticket.submit', answers));
  await step('commented', press(adele, ticket.card, 'ticket.comment', { comment: 'Anybody there?' }));
  await step('my tickets', adele.chat.says('my tickets'));
  const all = await lead.chat.says('my tickets');
  const opened = await step('a ticket for a lead', press(lead, all.card, 'ticket.open'));
  await step('handed over', press(lead, opened.card, 'ticket.hand-over'));
  const report = await step('the report', lead.chat.says('report'));
  await step('reminded', press(lead, report.card, 'report.remind-all'));
  const sharing = await step('sharing the notice', lead.chat.says('announce'));
  await step(
    'whom it reaches',
    press(lead, sharing.card, 'announce.check', { audience: 'everyone', line: 'Have a look' }),
  );
  await step('reminders off', adele.chat.says('reminders off'));
  await step('reminders on', adele.chat.says('reminders on'));
  await step('what is kept', adele.chat.says('what do you keep about me'));
  await step('delete my data', adele.chat.says('delete my data'));
  await step('a claim that is not there', adele.chat.says('claim CLM-404'));
  return steps;
}
