/** What the bot says of what it keeps about people, in Japanese. */
import { numberText } from '../../format/count.ts';
import type * as en from './en.ts';

type Words = (n: number, locale: string) => string;

const items =
  (words: string): Words =>
  (n, locale) =>
    `${words}：${numberText(n, locale)}件`;

export const personalDataTexts: typeof en.personalDataTexts = {
  help: [
    '保管しているご自身の情報を見るには「what do you keep about me」、削除するには「delete my data」と入力してください。',
  ],
  title: '保管しているご自身の情報',
  detail: '請求の表示とリマインダーに使います。',
  nothing: '今こうして書き込んでいること以外に、ご自身について保管している情報はありません。',
  stays: 'お名前が含まれる組織の記録',
  closing: '登録されたドキュメントとその内容は、組織のものです。',
  ask: {
    title: '保管しているご自身の情報を削除しますか？',
    detail: '次のものを削除し、リマインダーを止めます：',
    stays: '次のものは、お名前を除いて組織に残ります。担当の請求は担当者なしになります：',
    closing: 'もう一度ボットに書き込んだりカードを使ったりすると、情報の保管が新たに始まります。',
  },
  done: {
    title: '削除しています',
    detail:
      '数分以内に、ご自身の情報はここから削除され、リマインダーも止まります。これまでのメッセージは、ご自身で削除するまでTeamsに残ります。もう一度ボットに書き込んだりカードを使ったりすると、情報の保管が新たに始まります。',
  },
  standIn: '削除されたユーザー',
  kept: {
    people: () => 'お名前、アドレス、言語とタイムゾーン、および連絡方法',
    owner_names: items('担当の請求に使われている名前'),
    nudges: items('ご自身へのリマインダーとメッセージ'),
    poe_drafts: items('過去30日間に送信し、まだ登録できるファイル'),
    quarantined_files: items('ウイルススキャン待ちのドキュメント'),
    poe_offers: items('ダウンロードを依頼したドキュメント'),
    associations: items('担当している請求'),
    tickets: items('作成したチケット'),
    import_jobs: items('インポートしたエクスポートファイル'),
    nudge_orders: items('送信を依頼したメッセージ'),
  },
};

/** The fixed words of its cards, by template. */
export const personalDataCardWords: typeof en.personalDataCardWords = {
  'personal-data': {
    delete: '自分のデータを削除',
    deleteNow: '削除',
    keep: 'このままにする',
  },
};
