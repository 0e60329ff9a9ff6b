/** What the bot says of a campaign's dates, in Japanese. */
import { numberText } from '../../format/count.ts';
import type * as en from './en.ts';

export const campaignTexts: typeof en.campaignTexts = {
  called: (label: string, text: string) => `${label}：${text}`,
  stands: {
    before: (day: string, daysLeft: number, locale: string) => `${day}まで、あと${numberText(daysLeft, locale)}日`,
    'on the day': (day: string) => `本日${day}が、更新の推奨期限です`,
    after: (day: string) =>
      `${day}を過ぎました。アップロードは引き続き強く推奨されています。最も新しいPOEが確認の対象になります。`,
  },
};
