/** What the bot says about claims, in Japanese. Updating is recommended, never required. */
import { numberText } from '../../format/count.ts';
import { shorten } from '../../format/shorten.ts';
import type { PoeLack } from '../claim.ts';
import type * as en from './en.ts';

/** Bytes of JSON of a name or an address on a button. */
const NAME_BYTES = 80;

export const claimTexts: typeof en.claimTexts = {
  assigned: (claimId: string, name: string) => `請求${claimId}の担当者を${name}さんにしました。`,
  assignedBefore: (claimId: string, name: string) => `請求${claimId}の担当者はすでに${name}さんです。`,
  assignTo: (name: string, address: string) =>
    `${shorten(name, NAME_BYTES)}さん（${shorten(address, NAME_BYTES)}）に割り当てる`,
  whoIsMeant: (claimId: string) =>
    `同じ名前の人がほかにもいる可能性があります。請求${claimId}をどなたに割り当てますか？`,
  whichIsAssigned: 'どの請求をどなたに割り当てますか？「assign」、請求ID、「to」、相手の順に入力してください。',
  whichOfTheseIsAssigned:
    'この中のどれを別の人に割り当てますか？「assign」、その請求ID、「to」、相手の順に入力してください。',
  whoGets: (claimId: string) =>
    `どなたに割り当てますか？「assign ${shorten(claimId, NAME_BYTES)} to」に続けて、相手のメールアドレスを入力してください。`,
  namedOwners: {
    none: '未完了の請求の担当者は、全員アドレスが分かっているか、確認済みです。',
    some: (n: number, locale: string) =>
      `未完了の請求の担当者のうち、${numberText(n, locale)}人は名前しか分かりません。そのため、その請求はまだ誰の担当としても表示されません。`,
    press: '正しいと分かっている候補を押してください。',
    more: (n: number, locale: string) => `これらが決まると、さらに${numberText(n, locale)}件の候補を表示します。`,
    nobody: (n: number, locale: string) =>
      `${numberText(n, locale)}件の名前については、該当する人がまだボットを利用していません。担当者のアドレスをインポートするか、「assign」、請求ID、「to」、アドレスの順に入力してください。`,
    proposal: (name: string, address: string, open: number, locale: string) =>
      `${shorten(name, NAME_BYTES)}さんは${shorten(address, NAME_BYTES)}（未完了の請求${numberText(open, locale)}件）`,
    confirmed: (name: string, address: string) => `${name}さんの請求は、今後${address}の担当になります。`,
    undo: '元に戻す',
    others: 'ほかの担当者',
  },
  whichClaim: 'どの請求ですか？「claim」に続けて請求IDを入力してください。例：「claim CLM-1001」',
  title: (n: number, locale: string) =>
    n === 0 ? '収集するものはありません' : `POE収集待ちの請求：${numberText(n, locale)}件`,
  toUpload: (n: number, locale: string) =>
    `ファイルがあり、パートナー センターで未確認の請求：${numberText(n, locale)}件`,
  nothingImported:
    '関連付けはまだインポートされていません。リーダーがパートナー センターのエクスポートファイル（.csvまたは.xlsx）をTeamsのチャットにドロップするとインポートできます。',
  nothingOpen: '収集やアップロードを待っているものは、ここにはありません。',
  nothingMine: (addresses: string, unowned: number, locale: string) =>
    [
      addresses === '' ? '担当している未完了の請求はありません。' : `${addresses}が担当する未完了の請求はありません。`,
      ...(unowned > 0
        ? [
            `担当者のいない未完了の請求が${numberText(unowned, locale)}件あります。フィルターで「担当者なし」を選んでください。`,
          ]
        : []),
    ].join(''),
  nothingMatches: 'このフィルターに一致する未完了の請求はありません。',
  states: {
    'to collect': '収集待ち',
    'to upload': 'アップロード待ち',
    done: 'パートナー センターで確認済み',
    'not engaged': '支援終了',
  },
  claim: (claimId: string) => `請求${claimId}`,
  subscription: (workload: string, subscriptionId: string) => `${workload}（${subscriptionId}）`,
  workloadPage: (label: string) => `ワークロード：${label}`,
  textFilter: (text: string) => `「${text}」`,
  noOwner: '担当者なし',
  you: '自分',
  noPoe: 'POEはまだありません',
  poe: (file: string, who: string, when: string) => `${file}（${when}に${who}が登録）`,
  poeLacks: (lacks: string) => `確認したい点：${lacks}。`,
  poeWhy: (why: string) => `そのまま登録した理由：「${why}」`,
  aspects: {
    partner: 'パートナー名',
    customer: '顧客名',
    tenantOrDomain: 'ドメインまたはディレクトリID',
    workload: 'ワークロード',
    signature: '署名',
    date: '署名日',
    activities: '実施内容',
  },
  lack: (aspect: string, state: PoeLack['state']) => (state === 'missing' ? `${aspect}なし` : `${aspect}が不明確`),
  filedBut: (lack: string) => `POE登録済み、${lack}`,
  otherDocuments: (n: number, locale: string) => `ほか${numberText(n, locale)}件は「ドキュメント」に表示`,
  confirmTitle: { 'to collect': 'すでにアップロード済み', 'to upload': 'パートナー センターで確認済み' },
  notCounting: 'この請求は承認済みかつ移行済みのものではないため、お勧めする作業はありません。',
  namedOnly:
    '担当者は名前しか分からないため、まだ誰の担当としても表示されません。どなたのことかを指定するには「担当者の確認」と入力してください。',
  namesake:
    '同じお名前の人の請求があります。リーダーが「担当者の確認」と入力してご本人だと一度確認すると、表示されるようになります。',
  notYours: 'この請求にはまだ担当者がいません。',
  allDone: 'この請求の作業はすべて完了です。',
  nobodyEngaged:
    'どのワークロードも支援終了になっています。顧客との関連付けを解除するには、この請求IDを添えてサポートにお問い合わせください。',
  lastStep:
    '最後のステップ：ファイルをパートナー センターにアップロードし、ここで「パートナー センターで確認済み」を押してください。',
  stale: 'このカードの内容は古くなっていました。請求の現在の状態は次のとおりです。',
  facts: {
    owner: '担当者',
    domain: 'ドメイン',
    directory: 'ディレクトリID',
    mpnId: 'MPN ID',
    name: '請求名',
  },
  ownerChoices: { mine: '自分の担当', none: '担当者なし', all: '表示できるものすべて', lead: '全員の担当' },
  any: '指定なし',
  nobodyCalledSo:
    '表示できる範囲に、その名前の請求や顧客は見つかりませんでした。一覧を見るには「POE待ちの請求」と入力してください。',
  openClaim: (claimId: string) => `請求${shorten(claimId, 60)}を開く`,
  help: [
    '「POE待ちの請求」と入力すると、未完了の請求が表示されます。続けて顧客名を入力することもできます。',
    '「claim」に続けて請求IDを入力すると、その請求が表示されます。',
  ],
  helpAssign: '請求を割り当てるには、「assign」、請求ID、「to」、相手の順に入力してください。',
  helpRemoved:
    '請求をキャンペーンから除外するには、請求を開いて「除外」を押してください。「除外した請求」と入力すると、除外した請求を戻せます。',
  helpOwners:
    'エクスポートファイルの担当者が名前だけのとき、どなたのことかを指定するには「担当者の確認」と入力してください。',
  button: 'POE対応待ち',
  removed: (who: string, day: string, reason: string) => `${day}に${who}が除外：${reason}`,
  removeWhy: 'この請求を除外する理由を入力してから、「請求を除外」を押してください。',
  broughtBack: 'この請求を戻しました。再び一覧に表示され、集計されます。',
  removedTitle: (n: number, locale: string) =>
    n === 0 ? '除外した請求はありません' : `除外した請求：${numberText(n, locale)}件`,
  removedDetail: '開くと、内容を確認したり、戻したりできます。',
};

/** The sentences for what people can put right. */
export const claimProblems: typeof en.claimProblems = {
  'claim.not-found': ({ claimId }) =>
    `表示できる範囲に${idText(claimId)}が見つかりません。IDを確認するか、インポート済みかどうかをリーダーにお尋ねください。`,
  'claim.gone': () =>
    '表示できる範囲にこの請求が見つかりません。カードが作られた後に担当者が変わった可能性があります。',
  'claim.without-owner': () =>
    'この請求にはまだ担当者がいません。先に請求の「自分が担当」を押してから、もう一度お試しください。',
  'claim.leads-assign': () =>
    '請求を割り当てられるのはリーダーだけです。担当者のいない請求は、開いて「自分が担当」を押すと引き受けられます。',
  'claim.reason-too-long': ({ count, most }, locale) =>
    `理由が${numberText(count, locale)}文字あります。入力できるのは${numberText(most, locale)}文字までです。変更はしていません。短くしてもう一度押してください。`,
  'claim.poe-of-another': () =>
    'このドキュメントは別の人が登録したものです。取り下げられるのは、登録した本人またはリーダーです。変更はしていません。',
  'claim.leads-remove': () => '請求を除外したり戻したりできるのはリーダーだけです。リーダーにご相談ください。',
  'claim.person-not-found': ({ name }) =>
    `${nameText(name)}が見つかりません。代わりにメールアドレスを入力してください。`,
  'claim.leads-confirm': () => '担当者の名前がどなたのことかを指定できるのはリーダーだけです。',
  'claim.name-of-nobody': () =>
    'この名前の人はもう見つかりません。現在の状況を見るには「担当者の確認」と入力してください。',
  'claim.name-of-another': () =>
    'この名前は別の人のものとして確認済みです。現在の状況を見るには「担当者の確認」と入力してください。',
};

/** Bytes of JSON of an ID that somebody wrote. */
const ID_BYTES = 100;

/** The bot repeats what people wrote only where it looks like an ID, or a name. */
function idText(written: string): string {
  const claimId = shorten(written, ID_BYTES);
  return /^[\p{L}\p{N}][\p{L}\p{N}\p{M} _./#:()…-]{0,99}$/u.test(claimId) ? `請求${claimId}` : 'このIDの請求';
}

function nameText(name: string): string {
  return /^[\p{L}\p{N}\p{M} .,@_'’+-]{1,100}$/u.test(name) ? `${name}という人` : 'この人';
}

/** The fixed words of its cards, by template. `{name}` stands for what the card is filled with. */
export const claimCardWords: typeof en.claimCardWords = {
  claim: {
    workloads: 'ワークロード',
    documents: 'ドキュメント',
    documentsHint: 'この請求のすべてのドキュメントと、誰が何をしたか',
    download: 'ダウンロード',
    downloadOf: '{name}をダウンロード',
    showChanges: '{name}で変更できる項目を表示',
    changeOf: '{name}を変更',
    change: '変更',
    undoConfirmation: '確認を取り消す',
    undoConfirmationOf: '確認を取り消す：{name}',
    noLongerEngaged: '支援終了にする',
    noLongerEngagedOf: '支援終了にする：{name}',
    engagedAgain: '支援中に戻す',
    engagedAgainOf: '支援中に戻す：{name}',
    previousWorkloads: '前のワークロード',
    moreWorkloads: '次のワークロード',
    uploadPoe: 'POEを送信',
    openInPartnerCenter: 'パートナー センターで開く',
    disassociate: '関連付けを解除',
    disassociateHint: 'この顧客との関連付けを解除するチケットを作成',
    take: '自分が担当',
    takeHint: 'この請求の担当者になる',
    backToTheList: '一覧に戻る',
    remove: '除外',
    bringBack: '戻す',
    bringBackHint: 'ドキュメントやマークと一緒に、この請求を再び一覧に表示して集計する',
    removedClaims: '除外した請求',
  },
  'claim-remove': {
    whatFollows:
      '除外した請求は、一覧、集計、リマインダーの対象から外れ、インポートでも変わりません。ドキュメントとチケットは記録に残り、請求はいつでも戻せます。',
    why: '除外する理由',
    removeClaim: '請求を除外',
    keepClaim: 'このままにする',
  },
  'removed-claims': {
    openOf: '除外した{customer}の請求{claimId}を開く',
    previous: '前へ',
    next: '次へ',
  },
  'needs-poe': {
    whatNeedsPoe: 'POE対応待ち',
    filteredBy: 'フィルター：',
    filter: 'フィルター',
    filterHint: 'フィルターの表示または非表示',
    clearFilter: 'フィルターを解除',
    program: 'プログラム',
    workload: 'ワークロード',
    owner: '担当者',
    customerOrClaimId: '顧客または請求ID',
    textHint: '一部だけでもかまいません',
    apply: '適用',
    openOf: '{customer}の請求{claimId}を開く',
    open: '請求{claimId}を開く',
    previous: '前へ',
    next: '次へ',
  },
};
