/** What the bot says of what it keeps about people, in Brazilian Portuguese. */
import { countText } from '../../format/count.ts';
import type * as en from './en.ts';

type Words = (n: number, locale: string) => string;

const counted =
  (one: string, other: string): Words =>
  (n, locale) =>
    countText(n, { one, many: `de ${other}`, other }, locale);

export const personalDataTexts: typeof en.personalDataTexts = {
  help: ['Escreva “what do you keep about me” para ver o que guardo, ou “delete my data” para que seja excluído.'],
  title: 'O que guardo sobre você',
  detail: 'Serve para mostrar suas reivindicações e lembrar você delas.',
  nothing: 'Não guardo nada sobre você além do fato de que está me escrevendo agora.',
  stays: 'Os registros da sua organização em que o seu nome aparece',
  closing: 'Os documentos registrados e o que está escrito neles são da sua organização.',
  ask: {
    title: 'Excluir o que guardo sobre você?',
    detail: 'Isto será excluído, e eu paro de enviar lembretes a você:',
    stays: 'Isto fica com a sua organização, sem o seu nome. Suas reivindicações ficam então sem responsável:',
    closing: 'Quando você me escrever ou usar um dos meus cartões de novo, começo a conhecer você do zero.',
  },
  done: {
    title: 'Estou excluindo',
    detail:
      'Em poucos minutos, nada sobre você fica guardado aqui, e eu paro de enviar lembretes. Nossas mensagens ficam no Teams até você excluí-las. Quando você me escrever ou usar um dos meus cartões de novo, começo a conhecer você do zero.',
  },
  standIn: 'Usuário excluído',
  kept: {
    people: () => 'Seu nome, endereços, idioma e fuso horário, e como escrever para você',
    owner_names: counted('nome com o qual há reivindicações suas', 'nomes com os quais há reivindicações suas'),
    nudges: counted('lembrete ou mensagem para você', 'lembretes e mensagens para você'),
    poe_drafts: counted('envio que você ainda pode registrar', 'envios dos últimos 30 dias'),
    quarantined_files: counted('documento que aguarda o antivírus', 'documentos que aguardam o antivírus'),
    poe_offers: counted('documento que você pediu para baixar', 'documentos que você pediu para baixar'),
    associations: counted('reivindicação da qual você é responsável', 'reivindicações das quais você é responsável'),
    tickets: counted('chamado que você abriu', 'chamados que você abriu'),
    import_jobs: counted('arquivo exportado que você importou', 'arquivos exportados que você importou'),
    nudge_orders: counted('mensagem que você mandou enviar', 'mensagens que você mandou enviar'),
  },
};

/** The fixed words of its cards, by template. */
export const personalDataCardWords: typeof en.personalDataCardWords = {
  'personal-data': {
    delete: 'Excluir meus dados',
    deleteNow: 'Excluir',
    keep: 'Manter',
  },
};
