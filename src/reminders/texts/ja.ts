/** What the bot says in reminders and about them, in Japanese. Updating is recommended, never required. */
import { numberText } from '../../format/count.ts';
import type * as en from './en.ts';

export const reminderTexts: typeof en.reminderTexts = {
  remindersOff: 'リマインダーはオフです。再開するには「リマインダーをオン」と入力してください。',
  remindersOn: 'リマインダーはオンです。未完了のものがある間、勤務時間内に1日1回までカードをお届けします。',
  onOrOff: 'リマインダーを止めるには「リマインダーをオフ」、再開するには「リマインダーをオン」と入力してください。',
  quiet: (day: string) =>
    `${day}まで一時停止します。その後もご自身の担当に未完了のものがあれば、もう一度お知らせします。`,
  help: '担当に未完了のものがある間、期限までに何回かお知らせします。「リマインダーをオフ」または「リマインダーをオン」と入力してください。',
  card: {
    toCollect: (n: number, locale: string) => `POE収集待ちの請求：${numberText(n, locale)}件`,
    toUpload: (n: number, locale: string) =>
      `パートナー センターへのアップロード待ちの請求：${numberText(n, locale)}件`,
    alsoToUpload: (n: number, locale: string) => `パートナー センターへのアップロード待ち：${numberText(n, locale)}件`,
    askedBy: (name: string) => `${name}さんの依頼でお知らせしています。`,
    struck: { 'to collect': '収集待ち', 'to upload': 'ここに登録済み', done: '完了' },
    snoozed: (day: string) => `${day}まで一時停止します。`,
    off: 'リマインダーはオフです。',
    allDone: 'すべて完了です。ありがとうございます',
    allDoneHint: '担当の請求に、収集やアップロードを待っているものはありません。この状態が続く間はお知らせしません。',
    howOff: '更新は推奨されています。このリマインダーを止めるには、いつでも「リマインダーをオフ」と入力してください。',
    howOn: '再開するには、いつでも「リマインダーをオン」と入力してください。',
  },
};

export const reminderProblems: typeof en.reminderProblems = {
  'reminder.not-found': () =>
    'このリマインダーは見つかりません。ご自身の請求を見るには「POE待ちの請求」と入力してください。',
  'reminder.unknown-owner': () =>
    'この人にはまだ利用の記録がありません。本人が一度ボットを開くと、リマインダーを送れるようになります。',
  'reminder.leads-only': () =>
    'これはリーダー向けの機能です。ご自身の請求を見るには「POE待ちの請求」と入力してください。',
};

/** The fixed words of its cards, by template. `{name}` stands for what the card is filled with. */
export const reminderCardWords: typeof en.reminderCardWords = {
  nudge: {
    refresh: '更新',
    cporReminder: 'CPORリマインダー',
    openOf: '{customer}、{about}を開く',
    openHint: 'この請求を開く',
    showAll: 'すべて表示',
    showAllHint: '自分の未完了の請求をすべて表示',
    tomorrow: '明日',
    tomorrowHint: '明日もう一度知らせる',
    nextWeek: '来週',
    nextWeekHint: '来週もう一度知らせる',
    remindersOff: 'リマインダーをオフ',
    remindersOn: 'リマインダーをオン',
  },
};
