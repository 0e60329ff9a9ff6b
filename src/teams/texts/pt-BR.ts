/** What the bot says of turns themselves, in Brazilian Portuguese: those that fail, take long, or come from elsewhere. */
import type * as en from './en.ts';

export const teamsTexts: typeof en.teamsTexts = {
  ourFault: (reference: string) =>
    `Algo deu errado do meu lado. Antes de tentar de novo, veja se a ação já foi feita. Se o problema continuar, passe ao seu administrador a referência ${reference}.`,
  storeAway: (reference: string) =>
    `Não consigo acessar meus registros agora. Tente de novo em alguns minutos, mas antes veja se a ação já foi feita. O que o comunicado diz, posso contar mesmo assim. Se o problema continuar, passe ao seu administrador a referência ${reference}.`,
  answerUnsure: 'Minha resposta pode não ter chegado. Se ela não aparecer, tente de novo.',
  wrongTenant: 'Trabalho para outra organização, por isso não posso ajudar aqui. Fale com o seu administrador.',
  tooFast:
    'Foi mais de uma só vez do que consigo acompanhar, por isso deixei este pedido de lado. Tente de novo em um minuto.',
  answerBelow: 'A resposta está abaixo.',
  searchLate: 'A pesquisa demorou demais. Tente de novo.',
  takesLonger: 'Isto vai demorar um pouco mais. Respondo aqui quando terminar.',
};

/** What the bot says where something is not to be had that Teams has. */
export const surfaceTexts: typeof en.surfaceTexts = {
  files: 'Recebo e envio arquivos somente no nosso chat do Teams. Continue por lá.',
  toldInTeams: 'Escrevo para você sobre isso no nosso chat do Teams.',
  writeInTeams:
    'Por conta própria, só posso escrever para você no Teams: escreva “olá” para mim lá uma vez, para que eu consiga falar com você.',
  onlySearch: 'Aqui eu só pesquiso. Para todo o resto, abra o nosso chat do Teams.',
};
