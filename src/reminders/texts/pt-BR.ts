/** What the bot says in reminders and about them, in Brazilian Portuguese. Updating is recommended, never required. */
import { countText, numberText } from '../../format/count.ts';
import type * as en from './en.ts';

export const reminderTexts: typeof en.reminderTexts = {
  remindersOff: 'Os lembretes estão desativados. Escreva “ligar lembretes” para recebê-los de novo.',
  remindersOn:
    'Os lembretes estão ativados. Você recebe no máximo um cartão por dia, no seu horário de trabalho, enquanto houver algo em aberto.',
  onOrOff: 'Escreva “desligar lembretes” para parar meus lembretes, ou “ligar lembretes” para recebê-los de novo.',
  quiet: (day: string) =>
    `Lembretes em pausa até ${day}. Depois lembro você mais uma vez, se algo seu ainda estiver em aberto.`,
  help: 'Em alguns dias antes do prazo, lembro você do que ainda estiver em aberto. Escreva “desligar lembretes” ou “ligar lembretes”.',
  card: {
    toCollect: (n: number, locale: string) =>
      `${countText(n, { one: 'reivindicação', many: 'de reivindicações', other: 'reivindicações' }, locale)} com POE a coletar`,
    toUpload: (n: number, locale: string) =>
      `${countText(n, { one: 'reivindicação', many: 'de reivindicações', other: 'reivindicações' }, locale)} a carregar no Partner Center`,
    alsoToUpload: (n: number, locale: string) => `${numberText(n, locale)} a carregar no Partner Center`,
    askedBy: (name: string) => `${name} me pediu para lembrar você.`,
    struck: { 'to collect': 'A coletar', 'to upload': 'Registrado aqui', done: 'Concluído' },
    snoozed: (day: string) => `Em pausa até ${day}.`,
    off: 'Os lembretes estão desativados.',
    allDone: 'Tudo pronto, obrigado',
    allDoneHint: 'Você não tem mais nada a coletar nem a carregar. Fico em silêncio enquanto for assim.',
    howOff: 'A atualização é recomendada. Para parar estes lembretes, escreva “desligar lembretes” quando quiser.',
    howOn: 'Para recebê-los de novo, escreva “ligar lembretes” quando quiser.',
  },
};

export const reminderProblems: typeof en.reminderProblems = {
  'reminder.not-found': () =>
    'Não encontro este lembrete. Escreva “reivindicações sem POE” para ver suas reivindicações.',
  'reminder.unknown-owner': () => 'Ainda não conheço essa pessoa. Posso lembrá-la assim que ela abrir o bot uma vez.',
  'reminder.leads-only': () =>
    'Isso é para líderes. Escreva “reivindicações sem POE” para ver suas próprias reivindicações.',
};

/** The fixed words of its cards, by template. `{name}` stands for what the card is filled with. */
export const reminderCardWords: typeof en.reminderCardWords = {
  nudge: {
    refresh: 'Atualizar',
    cporReminder: 'Lembrete de CPOR',
    openOf: 'Abrir {customer}, {about}',
    openHint: 'Abrir esta reivindicação',
    showAll: 'Mostrar todas',
    showAllHint: 'Mostrar todas as suas reivindicações abertas',
    tomorrow: 'Amanhã',
    tomorrowHint: 'Lembrar de novo amanhã',
    nextWeek: 'Semana que vem',
    nextWeekHint: 'Lembrar de novo na semana que vem',
    remindersOff: 'Desativar lembretes',
    remindersOn: 'Ativar lembretes',
  },
};
