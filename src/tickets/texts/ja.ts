/** What the bot says about tickets, in Japanese. */
import { numberText } from '../../format/count.ts';
import { shorten } from '../../format/shorten.ts';
import type { FailedAttempt } from '../../outbox/attempt.ts';
import {
  type DeadLetterCode,
  type EventKind,
  type IssueKey,
  type Place,
  type TicketState,
  type TopicKey,
  ticketName,
} from '../ticket.ts';
import type * as en from './en.ts';

/** Bytes of JSON that are shown of a claim ID that is too long. */
const LONG_ID_BYTES = 60;

const topics: Readonly<Record<TopicKey, string>> = {
  cpor: 'Claims Partner of Record (CPOR)',
  poe: 'Proof of Execution (POE)',
  access: 'パートナー センターへのアクセス',
  other: 'そのほか',
};
const issues: Readonly<Record<IssueKey, string>> = {
  'association-update': '関連付けの更新',
  disassociation: '関連付けの解除',
  'competing-claim': '競合する請求',
  'poe-question': 'POEに関する質問',
  other: 'そのほか',
};
const states: Readonly<Record<TicketState, string>> = {
  open: '未対応',
  'in progress': '対応中',
  'handed over': 'Microsoftに引き継ぎ済み',
  resolved: '解決済み',
  withdrawn: '取り下げ済み',
};
const events: Readonly<Record<EventKind, (who: string, text: string) => string>> = {
  opened: (who) => `${who}が作成しました`,
  taken: (who) => `${who}が担当になりました`,
  commented: (who, text) => `${who}：${text}`,
  edited: (who) => `${who}が変更しました`,
  'file added': (who, text) => `${who}が${text}を追加しました`,
  'handed over': (who, text) => `${who}がMicrosoftに引き継ぎました（ケース番号${text}）`,
  resolved: (who) => `${who}が解決済みにしました`,
  withdrawn: (who) => `${who}が取り下げました`,
  reopened: (who) => `${who}が再開しました`,
  raised: () => '5営業日の間、変更がありません',
};

const places: Readonly<Record<Place, string>> = {
  desk: 'ヘルプデスクのチャネル',
  webhook: 'ヘルプデスクのシステム',
  requester: '依頼者とのチャット',
};
/** Why a place is not tried any more. `last`: the last request, in words. */
const deadLetters: Readonly<Record<DeadLetterCode, (last: string) => string>> = {
  unconfirmed: () => '2回送りましたが、どちらも応答がありませんでした。',
  gone: () => '会話がもうありません。',
  blocked: () => 'ボットにはそこに書き込む許可がありません。',
  rejected: (last) => last,
  expired: (last) => `24時間試行しました。最後の結果：${last}`,
};

function attemptText(attempt: FailedAttempt): string {
  return attempt.kind === 'refused' ? `状態コード${attempt.status}` : `応答なし（${attempt.reason}）`;
}

export const ticketTexts: typeof en.ticketTexts = {
  help: 'ヘルプデスクに依頼するには「チケットを作成」、その後の状況を見るには「自分のチケット」と入力してください。',
  helpDesk:
    'チケットに対応するチャネルで、「desk here」と添えてこのボットをメンションしてください。届かなかったチケットを見るには「未配信」と入力してください。',
  button: 'チケットを作成',
  topics,
  issues,
  states,
  events,
  formTitle: 'チケットを作成',
  editTitle: (name: string) => `${name}を変更`,
  formIntro: '請求IDと一緒に、貴社のヘルプデスクに届きます。変更があるたびにお知らせします。',
  submit: 'チケットを送信',
  save: '保存',
  disassociationDraft: 'この顧客の支援は終了しており、関連付けの解除を希望します。',
  fromQuestion: (question: string) => `お知らせに答えがない質問：${question}`,
  submitted: (name: string) => `${name}を作成しました。変更があるたびにお知らせします。`,
  noDesk: (name: string) =>
    `${name}を作成しました。ヘルプデスクがまだ指定されていないため、ご自身とリーダーに表示されます。`,
  whichTicket: 'どのチケットですか？「ticket」に続けて番号を入力してください。例：「ticket T-1001」',
  stale: 'チケットが先に更新されていたため、変更はしていません。現在の状態は次のとおりです。',
  emptyCase: '先に、パートナー センターで発行されたケース番号を入力してください。',
  listTitle: (n: number, locale: string) =>
    n === 0 ? 'チケットはまだありません' : `チケット：${numberText(n, locale)}件`,
  listEmpty: '「チケットを作成」と入力するか、請求の「関連付けを解除」を押してください。',
  labels: {
    topic: 'トピック',
    claims: '請求ID',
    requester: '依頼者',
    assignee: '対応者',
    case: 'ケース番号',
    files: 'ファイル',
    undelivered: '未配信',
  },
  title: (name: string, issue: string) => `${name} · ${issue}`,
  category: (category: string) => `カテゴリ：${category}`,
  claim: (claimId: string, customer: string) => (customer === '' ? claimId : `${claimId}（${customer}）`),
  unknownClaim: (claimId: string) => `${claimId}（未登録）`,
  andMore: (n: number, locale: string) => `ほか${numberText(n, locale)}件`,
  bot: 'ボット',
  somebody: 'メンバー',
  line: (name: string, what: string) => `${name}：${what}`,
  deskHere: (name: string) =>
    `今後は${name}がヘルプデスクになります。チケットは1件ずつカードとしてここに表示され、常に最新の状態になります。`,
  escalated: (name: string, issue: string, from: string) =>
    from === ''
      ? `${name}（${issue}）は、5営業日の間、変更がありません。`
      : `${name}（${issue}、依頼者：${from}）は、5営業日の間、変更がありません。`,
  openTicket: (name: string) => `${name}を開く`,
  openMentioned: (name: string) => `チケット${name}を開く`,
  undelivered: (place: Place, code: DeadLetterCode, last?: FailedAttempt) =>
    `${places[place]}：${deadLetters[code](last === undefined ? '' : attemptText(last))}`,
  undeliveredCount: (n: number, locale: string) => `${numberText(n, locale)}件のチケットが、一部の宛先に届いていません`,
  undeliveredTitle: (n: number, locale: string) =>
    n === 0 ? 'すべてのチケットが届いています' : `届いていないチケット：${numberText(n, locale)}件`,
  sentAgain: 'もう一度送信しています。',
  allSentAgain: (n: number, locale: string) =>
    n === 0 ? '送り直すものは残っていませんでした。' : `${numberText(n, locale)}件のチケットをもう一度送信しています。`,
  thisChannel: 'このチャネル',
  deskWhere: 'これは、ヘルプデスクにするチャネルで入力してください。',
  handOver: {
    title: (name: string) => `${name}の引き継ぎ`,
    steps:
      'Microsoftがチケットを受け付けるのは、パートナー センターだけです。下のボタンからサインインし、Contact Supportを選び、カテゴリにPartner Incentivesを選んでから、TopicとIssueを選んでください。タイトルと本文を貼り付け、その後ケース番号をここに入力してください。',
    claims: (ids: string) => `請求ID：${ids}`,
    customers: (names: string) => `顧客：${names}`,
    disassociation: (n: number, locale: string) =>
      `上記の請求${numberText(n, locale)}件について、顧客の支援は終了しており、関連付けの解除を希望します。`,
    reference: (name: string) => `当社の参照番号：${name}`,
    subject: (category: string, issue: string) => `${category}：${issue}`,
    rest: (n: number, locale: string) =>
      `あと${numberText(n, locale)}行はここに入りません。全文はチケットに表示されます。`,
    issueOfClaims: (issue: string, ids: string) => `${issue}、請求${ids}`,
  },
  addedFiles: (files: string, name: string) => `${name}に${files}を追加しました。`,
};

const tooLong = {
  description: '説明',
  claims: '請求IDの一覧',
  comment: 'コメント',
  'case number': 'ケース番号',
};

export const ticketProblems: typeof en.ticketProblems = {
  'ticket.not-found': ({ asked }) => {
    const name = typeof asked === 'number' ? ticketName({ number: asked }) : `「${asked}」`;
    return `表示できる範囲にチケット${name}が見つかりません。一覧を見るには「自分のチケット」と入力してください。`;
  },
  'ticket.closed': () => 'このチケットは終了しています。先に「再開」を押してください。',
  'ticket.not-yours': () => 'このチケットを変更する権限は、ほかの人にあります。',
  'ticket.desk-only': () => 'この操作ができるのは、ヘルプデスクのメンバーとリーダーだけです。',
  'ticket.requester-only': () => 'この操作ができるのは、チケットを作成した本人だけです。',
  'ticket.too-many-files': ({ most }) => `チケットに追加できるファイルは${most}個までです。`,
  'ticket.no-file': () => 'このチケットにそのファイルはありません。チケットを開き直してください。',
  'ticket.empty-comment': () => '先にコメントを入力してください。',
  'ticket.empty-case': () => ticketTexts.emptyCase,
  'ticket.too-long': ({ what, count, most }, locale) =>
    `${tooLong[what]}が${numberText(count, locale)}文字あります。入力できるのは${numberText(most, locale)}文字までです。変更はしていません。短くしてもう一度押してください。`,
  'ticket.undelivered-leads-only': () => '届かなかったチケットを確認できるのは、リーダーだけです。',
  'ticket.desk-leads-only': () => 'ヘルプデスクを指定できるのは、リーダーだけです。',
  'ticket.no-issue': () => '用件を選んでください。',
  'ticket.no-description': () => '内容を1、2文で入力してください。',
  'ticket.no-claim': () => '請求IDを1つ以上入力してください。関連付けの解除は、請求についての依頼です。',
  'ticket.too-many-claims': ({ most }) => `1件のチケットに入力できる請求IDは${most}個までです。`,
  'ticket.long-claim-id': ({ claimId }) => `「${shorten(claimId, LONG_ID_BYTES)}」は請求IDとしては長すぎます。`,
  'ticket.unknown-claims': ({ claimIds }) =>
    `表示できる範囲に請求${claimIds.join('、')}が見つかりません。修正するか、このままでよければもう一度ボタンを押してください。`,
};

/** The fixed words of its cards, by template. `{name}` stands for what the card is filled with. */
export const ticketCardWords: typeof en.ticketCardWords = {
  'hand-over': {
    title: 'タイトル',
    text: '本文',
    openMicrosoftSupport: 'Microsoftサポート',
    caseNumber: 'パートナー センターのケース番号',
    saveCaseNumber: 'ケース番号を保存',
    backToTheTicket: 'チケットに戻る',
  },
  'ticket-form': {
    issue: '用件',
    chooseOne: '1つ選択',
    topic: 'トピック',
    claimIds: '請求ID',
    claimsHint: '1つまたは複数（コンマ区切り）',
    whatIsItAbout: '内容',
    back: '戻る',
  },
  ticket: {
    ticket: 'チケット',
    comment: 'コメント',
    sendComment: 'コメントを送信',
    take: '対応する',
    handOver: '引き継ぐ',
    resolve: '解決済みにする',
    change: '変更',
    reopen: '再開',
    sendAgain: '再送信',
    withdraw: '取り下げる',
    myTickets: '自分のチケット',
  },
  tickets: {
    open: '{title}を開く',
    previous: '前へ',
    next: '次へ',
    notDelivered: '未配信',
    sendAllAgain: 'すべて再送信',
    allTickets: 'すべてのチケット',
    openATicket: 'チケットを作成',
  },
};
