/** What the bot says in announcements and about them, in Japanese. Updating is recommended, never required. */
import { numberText } from '../../format/count.ts';
import { shorten } from '../../format/shorten.ts';
import type { Audience } from '../announcement.ts';
import type * as en from './en.ts';

/** Bytes of JSON. */
const NAME = 100;

const audiences: Readonly<Record<Audience['kind'], (name: string) => string>> = {
  everyone: () => 'ボットを利用している全員',
  program: (name) => `${name}の請求の担当者`,
  customer: (name) => `${name}の請求の担当者`,
};

export const announcementTexts: typeof en.announcementTexts = {
  another: 'このフォームから、別のお知らせをすでに送信しました。これも送る場合は、ボタンを押してください。',
  form: {
    audiences: {
      everyone: 'ボットを利用している全員',
      program: 'あるプログラムの請求の担当者',
      customer: 'ある顧客の請求の担当者',
    },
    audience: ({ kind, name = '' }: Audience) => audiences[kind](name),
    people: (n: number, locale: string) =>
      n === 0 ? '受け取る人がいません' : `${numberText(n, locale)}人が受け取ります`,
    nobody: '別の相手を選ぶか、先にボットを開くよう依頼してください。',
    yourLine: 'お知らせの要約の上に表示されるメッセージ：',
    noLine: 'メッセージはなく、お知らせの要約だけを送ります。',
    off: (n: number, locale: string) =>
      `${numberText(n, locale)}人はメッセージをオフにしているため、対象に含まれません。`,
    hours: 'それぞれの勤務時間内に送ります。',
    send: (n: number, locale: string) => `${numberText(n, locale)}人に送信`,
  },
  card: {
    writes: (name: string) => `${name}さんからのメッセージ：`,
    shares: (name: string) => `${name}さんがこれを共有しました。`,
    read: '既読にしました。ありがとうございます。',
    howOff: 'このようなメッセージを止めるには、いつでも「リマインダーをオフ」と入力してください。',
  },
  progress: {
    sharedBy: (name: string, when: string) => `${when}に${name}さんが共有`,
    sent: '人に届きました',
    read: '人が「読みました」を押しました',
    waiting: '人にこれから送信',
    unknown: '人には届いた可能性があります（応答がなかったため、再送信しません）',
    failed: '人には届けられませんでした',
    off: '人はメッセージをオフにしています',
  },
  unreached: {
    'never installed': (names: string) => `ボットが未インストール：${names}`,
    blocked: (names: string) => `ボットを削除またはブロック：${names}`,
  },
  unreachedMore: (n: number, locale: string) => `ほか${numberText(n, locale)}人に連絡できません`,
};

export const announcementProblems: typeof en.announcementProblems = {
  'announcement.not-found': () =>
    'このお知らせは見つかりません。お知らせの内容を読むには「トピック」と入力してください。',
  'announcement.leads-only': () =>
    'これはリーダー向けの機能です。ご自身の請求を見るには「POE待ちの請求」と入力してください。',
  'announcement.no-audience': () => '先に、受け取る相手を選んでください。',
  'announcement.no-program': () => '先に、プログラムを選んでください。',
  'announcement.no-customer': () => '顧客名、またはその顧客の請求IDを入力してください。',
  'announcement.customer-too-long': () =>
    '顧客名としては長すぎます。エクスポートファイルにあるとおりの名前か、その顧客の請求IDを入力してください。',
  'announcement.unknown-program': () => 'このプログラムの請求は見つかりません。別のプログラムを選んでください。',
  'announcement.unknown-customer': ({ customer }) =>
    `${shorten(customer, NAME)}の請求は見つかりません。名前を確認するか、請求IDを入力してください。`,
  'announcement.line-too-long': () => 'メッセージが長すぎます。500文字以内で入力してください。',
};

/** The fixed words of its cards, by template. `{name}` stands for what the card is filled with. */
export const announcementCardWords: typeof en.announcementCardWords = {
  'announce-check': {
    shareTheNotice: 'お知らせを共有',
    theNoticeInShort: 'お知らせの要約',
    noticeHint: 'メッセージの下に届く内容を表示または非表示にする',
    change: '変更',
  },
  'announce-form': {
    shareTheNotice: 'お知らせを共有',
    intro: 'お知らせの要約が届きます。メッセージを書くと、その上に表示されます。送信の前に、誰に届くかを確認できます。',
    whichNotice: 'お知らせの選択',
    whoGetsIt: '受け取る相手',
    program: 'プログラムを選ぶ場合',
    chooseOne: '1つ選択',
    customer: '顧客を選ぶ場合',
    customerHint: '顧客名またはその請求ID',
    yourOwnLine: 'メッセージ',
    lineHint: '空のままでもかまいません',
    seeWhomItReaches: '届く相手を確認',
  },
  'announcement-progress': {
    refresh: '更新',
    whoGotTheNotice: 'お知らせの配信状況',
  },
  announcement: {
    refresh: '更新',
    noticeFromMicrosoft: 'Microsoftからのお知らせ',
    iHaveReadIt: '読みました',
    whatNeedsPoe: 'POE対応待ち',
    seeTheTopics: 'トピックを表示',
  },
};
