/** What the bot says of a campaign's dates, in Brazilian Portuguese. */
import { numberText, plural } from '../../format/count.ts';
import type * as en from './en.ts';

export const campaignTexts: typeof en.campaignTexts = {
  called: (label: string, text: string) => `${label}: ${text}`,
  stands: {
    before: (day: string, daysLeft: number, locale: string) =>
      plural(
        daysLeft,
        {
          one: `Falta ${numberText(daysLeft, locale)} dia, até ${day}`,
          many: `Faltam ${numberText(daysLeft, locale)} de dias, até ${day}`,
          other: `Faltam ${numberText(daysLeft, locale)} dias, até ${day}`,
        },
        locale,
      ),
    'on the day': (day: string) => `Hoje, ${day}, é o dia de ter tudo atualizado`,
    after: (day: string) =>
      `${day} já passou. Carregar a POE continua sendo altamente recomendado: a que conta é a mais recente.`,
  },
};
