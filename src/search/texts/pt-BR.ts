/** What a search in the compose box says, in Brazilian Portuguese. */
import type * as en from './en.ts';

export const searchTexts: typeof en.searchTexts = {
  nothingTyped:
    'Digite um ID de reivindicação, um cliente ou um número de chamado. Você não tem nada em aberto no momento.',
  nothing: 'Não encontrei nada seu que corresponda. Digite um ID de reivindicação, um cliente ou um número de chamado.',
  unknownPerson:
    'Ainda não conheço você. Escreva “ajuda” para mim uma vez no nosso chat pessoal do Teams e depois pesquise de novo.',
  claim: (claimId: string) => `Reivindicação ${claimId}`,
  ticket: (name: string) => `Chamado ${name}`,
  claimStates: { done: 'Nada mais a fazer', 'does not count': 'Fora da atualização' },
  kinds: { claim: 'Reivindicação', ticket: 'Chamado' },
  openClaims: 'Abrir o Partner Center',
  openSupport: 'Suporte da Microsoft',
  line: (...parts: readonly string[]) => parts.join(' · '),
};
