/** What leads read about the campaign, in Japanese: the report, the digest, and reminders that they ask for. */
import type { Reason } from '../../delivery/nudge.ts';
import { numberText } from '../../format/count.ts';
import { shorten } from '../../format/shorten.ts';
import type { UnreachedOwner } from '../digest.ts';
import type * as en from './en.ts';

/** Bytes of JSON. */
const NAME = 100;

/** Why somebody got nothing, as the end of "未送信：…". */
const reasons: Readonly<Record<Reason, string>> = {
  'nothing open': '残っている作業がない',
  unreachable: 'ボットが未インストール、または削除かブロックされている',
  'no lead': 'リーダー向けのもの',
  off: 'リマインダーがオフ',
  snoozed: '後の日を希望',
  'outside hours': '勤務時間外',
  'not yet': 'まだその日ではない',
  'already sent': 'すでに届いている',
  'being sent': 'すでに送信中',
  unknown: 'すでに届いている可能性がある',
  failed: '届けられなかった',
  superseded: '新しいものに置き換わった',
  over: '最終日を過ぎている',
};

/** Why a lead's reminder is not sent: with the name, as a sentence. */
const whyNot: Partial<Record<Reason, (name: string) => string>> = {
  'nothing open': (name) => `${name}さんには、収集やアップロードを待っているものがありません。`,
  unreachable: (name) =>
    `${name}さんには連絡できません。ボットがインストールされていないか、削除またはブロックされています。`,
  off: (name) => `${name}さんはリマインダーをオフにしているため、送りません。`,
  'being sent': (name) => `${name}さんへのリマインダーは、すでに送信中です。`,
  failed: (name) => `${name}さんへの今日のリマインダーは届けられませんでした。明日また送れます。`,
  unknown: (name) =>
    `${name}さんへのリマインダーは今日送りましたが、応答がありませんでした。届いている可能性があるため、2通目は送りません。`,
};

const reach: Readonly<Record<UnreachedOwner['reach'], string>> = {
  'never installed': 'ボットが未インストール',
  blocked: 'ボットを削除またはブロック',
  'by name alone': '名前しか分かりません：「担当者の確認」と入力',
};

export const reportTexts: typeof en.reportTexts = {
  help: '全員の状況を確認してリマインダーを送るには「レポート」、お知らせを共有するには「お知らせを共有」と入力してください。',
  button: 'レポートを表示',
  digest: {
    unowned: (n: number, locale: string) => `担当者のいない未完了の請求：${numberText(n, locale)}件`,
    unownedHint: (open: string) =>
      `${open}。担当者がいないと、リマインダーは送られません。請求を割り当てるには、「assign」、請求ID、「to」、相手の名前の順に入力してください。`,
    unreached: (n: number, locale: string) => `連絡できない担当者：${numberText(n, locale)}人`,
    unreachedHint:
      '本人がボットを開くかボットに書き込むと、リマインダーが始まります。Teamsの管理者が代わりにインストールすることもできます。',
    unreachedDetail: (open: number, why: UnreachedOwner['reach'], locale: string) =>
      `未完了の請求${numberText(open, locale)}件、${reach[why]}`,
    stalled: (n: number, locale: string) => `サポートがあると助かりそうな担当者：${numberText(n, locale)}人`,
    stalledHint: 'リマインダーを2回送りましたが、未完了の件数は変わっていません。',
    stalledDetail: (open: number, locale: string) => `未完了の請求${numberText(open, locale)}件`,
    moreNames: (n: number, locale: string) => `ほか${numberText(n, locale)}人`,
    notNamed: (n: number, locale: string) => `このほかに${numberText(n, locale)}人（ここには表示していません）`,
    empty: '未完了の請求にはすべて担当者がいて、全員に連絡できます。',
  },
  card: {
    claims: {
      toCollect: 'POE収集待ち',
      toUpload: 'パートナー センターへのアップロード待ち',
      lacking: 'POEの内容が十分でない可能性あり',
      nothingLeft: '残りの作業なし',
      unowned: '未完了のうち担当者なし',
    },
    sent: '送信済み',
    waiting: '送信待ち',
    waitingSince: (age: string) => `送信待ち（最も古いものは${age}前から）`,
    perSecond: '件/秒で送信中',
    perMinute: '件/分で送信中',
    unknown: '到着を確認できず（届いた可能性があるため、再送信しません）',
    failed: (why: string) => `届けられず：${why}`,
    skipped: (why: string) => `未送信：${why}`,
    owners: (n: number, locale: string) =>
      n === 0 ? '未完了の請求に担当者はいません' : `未完了の請求の担当者：${numberText(n, locale)}人`,
    nothingOpen: '未完了なし',
    lastSent: (day: string) => `最後のリマインダー：${day}`,
    neverSent: 'リマインダー未送信',
    notes: {
      'never installed': 'ボットが未インストール',
      blocked: 'ボットを削除またはブロック',
      'by name alone': '名前しか分かりません：「担当者の確認」と入力',
      off: 'リマインダーがオフ',
    },
    snoozed: (day: string) => `${day}まで一時停止を希望`,
    remindAll: (n: number, locale: string) => `${numberText(n, locale)}人にリマインダーを送る`,
  },
  remindedNow: (name: string) => `${short(name)}さんに今すぐリマインダーを送ります。`,
  remindedLater: (name: string, when: string) =>
    `${short(name)}さんの勤務時間が始まったら、リマインダーを送ります（お使いのタイムゾーンで${when}）。`,
  snoozed: (name: string, day: string) =>
    `${short(name)}さんは${day}まで一時停止を希望しているため、それまで待ちます。`,
  notReminded: (name: string, why: Reason) =>
    (whyNot[why] ?? ((who: string) => `${who}さんには、今日すでにリマインダーを送りました。`))(short(name)),
  remindingAll:
    '未完了の請求があり、連絡できる担当者全員にリマインダーを送ります。それぞれの勤務時間内に、1日1回までです。',
  remindingAllBefore: 'これはすでにご依頼いただいているため、やり直しません。進み具合は下に表示しています。',
  toCollect: (n: number, locale: string) => `収集待ち${numberText(n, locale)}件`,
  toUpload: (n: number, locale: string) => `アップロード待ち${numberText(n, locale)}件`,
  age: {
    moments: '1分未満',
    minutes: (n: number, locale: string) => `${numberText(n, locale)}分`,
    hours: (n: number, locale: string) => `${numberText(n, locale)}時間`,
    days: (n: number, locale: string) => `${numberText(n, locale)}日`,
  },
  reasons,
  /** Why a message was refused, as the end of "届けられず：…". */
  refusals: {
    gone: 'チャットがもうない',
    status: (status: string) => `Teamsが拒否（${status}）`,
    expired: 'Teamsが24時間受け付けなかった',
    other: 'そのほかの理由',
  },
};

export const reportProblems: typeof en.reportProblems = {
  'report.leads-only': () =>
    'これはリーダー向けの機能です。ご自身の請求を見るには「POE待ちの請求」と入力してください。',
};

function short(name: string): string {
  return shorten(name, NAME);
}

/** The fixed words of its cards, by template. `{name}` stands for what the card is filled with. */
export const reportCardWords: typeof en.reportCardWords = {
  digest: {
    forLeads: 'リーダー向け',
    heading: 'リーダーがサポートできること',
    moreNamesHint: 'ほかの名前の表示または非表示',
    openTheReport: 'レポートを開く',
    claimsWithoutAnOwner: '担当者のいない請求',
    howOff: 'このようなカードを止めるには、いつでも「リマインダーをオフ」と入力してください。',
  },
  report: {
    report: 'レポート',
    heading: 'キャンペーンの状況',
    claims: '請求',
    remindersSoFar: 'これまでのリマインダー',
    remind: 'リマインダーを送る',
    remindOf: '{name}にリマインダーを送る',
    shareTheNotice: 'お知らせを共有',
    previous: '前へ',
    next: '次へ',
  },
};
