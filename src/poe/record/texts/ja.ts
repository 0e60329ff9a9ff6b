/** What the bot says about the documents of a claim, in Japanese: which there are, who did what, their download and their withdrawal. */
import { numberText } from '../../../format/count.ts';
import type * as en from './en.ts';

export const documentTexts: typeof en.documentTexts = {
  title: (n: number, locale: string) =>
    n === 0 ? 'ドキュメントはまだありません' : `ドキュメント：${numberText(n, locale)}件`,
  states: { latest: '最新', older: '以前', withdrawn: '取り下げ済み' },
  latestFor: (workloads: string) => `${workloads}の最新`,
  forWorkloads: (workloads: string) => `対象：${workloads}`,
  filed: (who: string, when: string, size: string) => `${when}に${who}が登録 · ${size}`,
  withdrawn: (who: string, when: string, why: string) => `${when}に${who}が取り下げ：${why}`,
  events: {
    confirm: (who, what) => `${who}が${what}をパートナー センターで確認済みにしました`,
    unconfirm: (who, what) => `${who}が${what}の確認を取り消しました`,
    'not-engaged': (who, what) => `${who}が${what}を支援終了にしました`,
    engaged: (who, what) => `${who}が${what}を支援中に戻しました`,
    take: (who) => `${who}が請求の担当者になりました`,
    assign: (who, what) => `${who}が請求を${what}に割り当てました`,
    remove: (who, what) => `${who}が請求を除外しました：${what}`,
    'bring-back': (who) => `${who}が請求を戻しました`,
  },
  event: (day: string, what: string) => `${day}：${what}`,
  withdrawWhy: '取り下げる理由を入力してから、「取り下げる」を押してください。',
  withdrawFromWhich: 'ワークロードを1つ以上選んでください。',
  withdrewFrom: (file: string, workloads: string) =>
    `${file}を${workloads}から取り下げました。これらのワークロードのPOEとしては、もう扱われません。パートナー センターにアップロードしたものは、差し替えるまでそのまま残ります。`,
  withdrawnBefore: 'このドキュメントはすでに取り下げられたか、もうありません。現在の状態は次のとおりです。',
  purpose: (claimId: string) => `請求${claimId}のPOE`,
  offered: (file: string) =>
    `「許可」を押すと、${file}をOneDriveに保存します。ボタンが表示されない場合は、Teams本体でこのチャットを開いてください。ほかのアプリではファイルを受け取れません。`,
  saved: (file: string) => `${file}をOneDriveに保存しました。`,
  answeredBefore: 'これにはすでに回答済みです。もう一度保存するには、請求を開いて「ダウンロード」を押してください。',
  declined: '何も保存していません。ドキュメントはいつでも請求から開けます。',
};

/** The fixed words of its cards, by template. `{name}` stands for what the card is filled with. */
export const documentCardWords: typeof en.documentCardWords = {
  documents: {
    download: 'ダウンロード',
    downloadOf: '{name}をダウンロード',
    withdraw: '取り下げる',
    withdrawOf: '{name}を取り下げる',
    previous: '前へ',
    next: '次へ',
    whatElse: 'そのほかの履歴',
    backToTheClaim: '請求に戻る',
  },
  'withdraw-poe': {
    whatFollows:
      '取り下げたドキュメントは、POEとして扱われなくなります。取り下げた人の名前と理由とともに、記録に残ります。元に戻すことはできませんが、正しいものだった場合はもう一度登録できます。',
    fromWhich: '取り下げるワークロード',
    why: '取り下げる理由',
    withdraw: '取り下げる',
    keep: 'このままにする',
  },
};
