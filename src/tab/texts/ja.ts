/** What the server of the tab says where it refuses, in Japanese. What the page itself says stands beside the page. */
import { numberText } from '../../format/count.ts';
import { ticketTexts } from '../../tickets/texts/ja.ts';
import type * as en from './en.ts';

export const tabProblems: typeof en.tabProblems = {
  'tab.not-signed-in': () => 'Teamsからサインイン情報を受け取れませんでした。このタブを閉じて、開き直してください。',
  'tab.sign-in-away': () =>
    '今はMicrosoftのサインインサービスに接続できません。1分ほど待ってからもう一度お試しください。',
  'tab.unknown-person': () =>
    'まだご利用の記録がありません。チャットで「こんにちは」と入力してから、ここに戻ってください。',
  'tab.nobody-chosen': () => '先に、サンプルの人物を選んでください。',
  'tab.foreign-page': () => 'これを開けるのは、このコンピューター自身のアドレスからだけです。',
  'tab.too-many': ({ seconds }, locale) =>
    `一度に多くの操作がありました。${numberText(seconds, locale)}秒後にもう一度お試しください。`,
  'tab.bad-query': () => 'このアドレスを読み取れません。タブを開き直してください。',
  'tab.bad-request': () => 'このページから送られた内容を読み取れません。タブを閉じて、開き直してください。',
  'tab.too-large': () => '一度に受け取れる量を超えています。文章を短くして、もう一度お試しください。',
  'tab.too-many-claims': ({ most }, locale) =>
    `一度に選べるのは${numberText(most, locale)}件の請求までです。数を減らしてもう一度押してください。変更はしていません。`,
  'tab.no-such-address': () => 'このアドレスには何もありません。',
  'tab.store-away': () => '今はデータにアクセスできません。1分ほど待ってからもう一度お試しください。',
  'tab.our-fault': () =>
    'こちら側で問題が発生しました。もう一度お試しください。問題が続く場合は、管理者にお知らせください。',
};

/** Why one of several claims was left as it is. */
export const unchangedTexts: typeof en.unchangedTexts = {
  take: 'すでに担当者がいます。',
  assign: 'すでにその人の担当です。',
  remove: 'すでに除外されています。',
  'bring-back': '除外されていません。',
  mark: 'すでにその状態です。',
  noSuchWorkload: 'このワークロードはありません。',
};

/** Where the page was not built. */
export const noPageText =
  'タブのページがビルドされていません。「npm run build」を実行してから、ボットを起動し直してください。';

const standing = { toCollect: '収集待ち', toUpload: 'アップロード待ち', done: 'すべて完了' };

// Lists as files: their names, which go into a header and are ASCII, and the heads of their columns.

export const claimListWords: typeof en.claimListWords = {
  sheet: '請求',
  fileName: (day: string) => `claims-${day}`,
  columns: {
    claimId: '請求ID',
    customer: '顧客',
    domain: 'ドメイン',
    program: 'プログラム',
    status: '状態',
    owner: '担当者',
    state: '進捗',
    toCollect: 'POE収集待ちのワークロード',
    toUpload: 'アップロード待ちのワークロード',
    done: 'パートナー センターで確認済みのワークロード',
    deadline: '推奨期限',
  },
  states: {
    'to collect': '収集待ち',
    'to upload': 'アップロード待ち',
    done: 'すべて完了',
    outside: 'キャンペーン対象外',
    removed: '除外済み',
  },
};

export const ticketListWords: typeof en.ticketListWords = {
  sheet: 'チケット',
  fileName: (day: string) => `tickets-${day}`,
  columns: {
    ticket: 'チケット',
    issue: '用件',
    state: '進捗',
    about: '内容',
    claims: '請求',
    requester: '依頼者',
    assignee: '対応者',
    caseNumber: 'ケース番号',
    opened: '作成日',
    changed: '変更日',
  },
  states: ticketTexts.states,
  issues: ticketTexts.issues,
};

export const campaignListWords: typeof en.campaignListWords = {
  programs: {
    sheet: 'プログラム別',
    fileName: (day: string) => `claims-by-program-${day}`,
    columns: { program: 'プログラム', ...standing },
  },
  workloads: {
    sheet: 'ワークロード別',
    fileName: (day: string) => `claims-by-workload-${day}`,
    columns: { workload: 'ワークロード', open: '未完了', others: '完了' },
  },
  days: {
    sheet: '推移',
    fileName: (day: string) => `claims-over-time-${day}`,
    columns: { day: '日付', ...standing },
  },
  owners: {
    sheet: '担当者別',
    fileName: (day: string) => `claims-by-owner-${day}`,
    columns: { owner: '担当者', ...standing, reach: 'リマインダー', lastSent: '最後のリマインダー' },
    reaches: {
      reachable: '送信可能',
      'never installed': 'ボットが未インストール',
      blocked: 'ボットを削除またはブロック',
    },
    off: 'リマインダーがオフ',
  },
  unowned: { sheet: '担当者なし', fileName: (day: string) => `claims-without-owner-${day}` },
};

export const questionListWords: typeof en.questionListWords = {
  sheet: '質問',
  fileName: (day: string) => `questions-${day}`,
  columns: {
    question: '質問',
    others: 'ほかの聞き方',
    count: '回数',
    asked: '最後の質問日',
    topics: '回答または候補のトピック',
    comments: 'コメント',
    decision: '決定',
    topic: '答えになるトピック',
    decided: '決定日',
  },
  decisions: { attached: '回答済み', dismissed: '見送り' },
};
