/** What the bot says about documents that are filed as POE, in Japanese. */
import { numberText } from '../../format/count.ts';
import type * as en from './en.ts';

export const poeTexts: typeof en.poeTexts = {
  fileLine: (parts: readonly string[]) => parts.filter((part) => part !== '').join(' · '),
  pages: (n: number, locale: string) => `${numberText(n, locale)}ページ`,
  files: (n: number, locale: string) => `${numberText(n, locale)}個のファイル`,
  unnamed: { link: 'リンク', picture: '画像', recording: '録音または録画', loop: 'Loopコンポーネント' },
  refused: (name: string, reason: string) => `${name}：${reason}`,
  noExport: (name: string, reason: string) =>
    `${name}は、インポートできるエクスポートファイルではありません。${reason}エクスポートファイルには、請求IDの列のほかに、Customer、Workload、Statusなどの列が2つ以上あります。このファイルはPOEとして受け取ります。`,
  tooMany: (most: number) => `一度に受け取れるファイルは${most}個までです。残りは別のメッセージで送ってください。`,
  reasons: {
    'claim id in it': 'ドキュメントにこの請求IDがあるため、候補にしました。',
    'domain in it': 'ドキュメントに顧客のドメインまたはディレクトリIDがあるため、候補にしました。',
    'customer in it': 'ドキュメントに顧客名があるため、候補にしました。',
    'claim id': 'メッセージまたはファイル名にこの請求IDがあるため、候補にしました。',
    customer: 'メッセージまたはファイル名に顧客名があるため、候補にしました。',
    'opened last': '最後に開いた請求のため、候補にしました。',
    only: '担当している唯一の未完了の請求のため、候補にしました。',
    'dropped on it': 'この請求にドロップされたため、候補にしました。',
  },
  allStands: '審査で確認される内容がすべてそろっています。',
  stands: (aspects: string) => `確認できた内容：${aspects}。`,
  aspects: {
    partner: '自社名',
    customer: '顧客名',
    tenantOrDomain: '顧客のドメインまたはディレクトリID',
    workload: 'ワークロード',
    signature: '顧客の署名',
    date: '署名日',
    activities: '実施内容',
  },
  quoted: (words: string, page: number | undefined) =>
    page === undefined ? `「${words}」` : `「${words}」（${page}ページ）`,
  lacks: {
    partner: {
      missing: '自社名がありません。自社名のあるページを追加してください。',
      unclear: '自社名があるかどうか判断できません。登録の前にご確認ください。',
    },
    customer: {
      missing: (customer: string, other: string | undefined) =>
        other === undefined
          ? `${customer}の名前がありません。正しいファイルかどうかご確認ください。`
          : `${other}とあり、${customer}とは別の会社のようです。正しいファイルかどうかご確認ください。`,
      unclear: (customer: string, _: string | undefined) =>
        `${customer}の名前があるかどうか判断できません。登録の前にご確認ください。`,
    },
    tenantOrDomain: {
      missing: '顧客のドメインもディレクトリIDもありません。顧客のメールアドレスがあれば十分です。',
      unclear: '顧客のドメインまたはディレクトリIDがあるかどうか判断できません。登録の前にご確認ください。',
    },
    workload: {
      missing: (names: string) =>
        `記載のないワークロード：${names}。記載のあるものだけを選ぶか、残りを記載したページを追加してください。`,
      unclear: (names: string) =>
        `次のワークロードの記載があるかどうか判断できません：${names}。登録の前にご確認ください。`,
    },
    signature: {
      missing: '顧客の署名がありません。署名と日付をもらうか、署名のあるページを追加してください。',
      unclear: '顧客の署名があるかどうか判断できません。署名の横に名前と日付があると、はっきりします。',
    },
    date: {
      missing: (words: string | undefined) =>
        words === undefined
          ? '顧客の署名に日付がありません。日付をもらうか、日付のあるページを追加してください。'
          : `署名日の${words}は、過去12か月以内ではありません。より新しい署名入りのドキュメントをお勧めします。`,
      unclear: (words: string | undefined) =>
        words === undefined
          ? '顧客がいつ署名したか判断できません。過去12か月以内かどうかご確認ください。'
          : `${words}がどの日を指すか判断できません。過去12か月以内かどうかご確認ください。`,
    },
    activities: {
      missing: '実施内容がありません。作業を説明したページを追加してください。',
      unclear: '実施内容の記載があるかどうか判断できません。登録の前にご確認ください。',
    },
  },
  unread: {
    slow: '読み取れませんでした。登録の前にご自身でご確認ください。',
    kind: 'この種類のファイルは読み取れません。Wordドキュメント（.docx）かPDFなら内容を確認できますが、このまま登録することもできます。',
    partly: '全部は読み取れませんでした。見つからなかった内容も、含まれている可能性があります。',
  },
  waitsForScan: (name: string) =>
    `${name}：今はウイルススキャンを利用できません。ファイルは内容を読み取らずに預かり、スキャンが終わったらここでお知らせします。`,
  scanned: (name: string) => `${name}のウイルススキャンが終わりました。`,
  scannedSpreadsheet: (name: string) =>
    `${name}のウイルススキャンが終わりました。パートナー センターのエクスポートファイルの場合は、もう一度ドロップするとインポートできます。`,
  reading: (name: string) => `${name}を読み取っています。スキャン画像は1ページに数秒かかります。`,
  readingSeveral: (n: number, locale: string) =>
    `${numberText(n, locale)}個のファイルを読み取っています。スキャン画像は1ページに数秒かかります。`,
  claimChoice: (claimId: string, customer: string, program: string) => `${customer} · ${claimId} · ${program}`,
  submitFile: 'POEを登録',
  submitNext: '次へ',
  severalTitle: (n: number, locale: string) => `複数の請求のファイル：${numberText(n, locale)}個`,
  whichClaim: 'どの請求のものですか？',
  claimOf: (customer: string, claimId: string) => [customer, claimId].filter((part) => part !== '').join(' · '),
  fileSure: (n: number, locale: string) => (n === 1 ? '確実なものを登録' : `確実な${numberText(n, locale)}件を登録`),
  notClear: '別の請求の可能性もあります。開いて選んでください。',
  filedFor: (workloads: string) => `${workloads}に登録しました。`,
  notRead: '読み取れませんでした。',
  mayLack: (lacks: string) => `確認したい点：${lacks}。`,
  alreadyDecided: 'すでに登録済みです。',
  others: (names: string) => `${names}の記載もあります。ここに登録した後、そちらの候補としても表示します。`,
  chooseClaim: '請求を選ぶか、請求IDを入力してください。',
  severalClaims: (text: string) => `「${text}」に一致する請求が複数あります。1つ選んでください。`,
  noClaimLike: (text: string) =>
    `表示できる範囲に請求「${text}」が見つかりません。IDを確認するか、インポート済みかどうかをリーダーにお尋ねください。`,
  noClaimLikeForLead: (text: string) =>
    `請求「${text}」が見つかりません。IDと、インポート済みかどうかをご確認ください。`,
  chooseWorkloads: 'ワークロードを1つ以上選んでください。',
  workloadsOf: (customer: string) => `${customer}のワークロードです。選んでから登録してください。`,
  noClaims:
    '登録できる請求がまだありません。リーダーにインポートまたは割り当てを依頼してから、ファイルをもう一度送ってください。',
  noClaimsForLead:
    '登録先の請求がまだありません。先にパートナー センターのエクスポートファイルをここにドロップしてから、このファイルをもう一度送ってください。',
  discarded: '破棄しました。何も登録していません。',
  filed: (files: string, workloads: string, claimId: string) =>
    `${files}を請求${claimId}の${workloads}に登録しました。最後のステップ：パートナー センターにアップロードし、「パートナー センターで確認済み」を押してください。`,
  alreadyFiled: (name: string, workload: string, when: string) => `${name}は${when}に${workload}に登録済みです。`,
  alreadyFiledDraft: (claimId: string) => `すでに請求${claimId}に登録済みです。現在の状態は次のとおりです。`,
  kinds: {
    pdf: 'PDF',
    docx: 'Wordドキュメント',
    xlsx: 'Excelブック',
    pptx: 'PowerPointプレゼンテーション',
    doc: 'Wordドキュメント',
    msg: 'Outlookメッセージ',
    png: '画像',
    jpg: '画像',
    tiff: '画像',
    txt: 'テキスト',
    csv: 'CSVファイル',
    html: 'Webページ',
    eml: 'メール',
    rtf: 'RTFドキュメント',
    spreadsheet: 'スプレッドシート',
  },
  dropHere: (claimId: string, customer: string) =>
    `請求${claimId}（${customer}）のドキュメントをこのチャットにドロップするか、画像を貼り付けてください。この請求を登録先の候補にします。`,
  orTicket: 'または、ご自身のチケットに追加：',
  how: 'ドキュメントをこのチャットにドロップするか（複数も可）、画像を貼り付けてください。PDF、Word、Excel、PowerPoint、Outlookメッセージ、画像、テキストを受け取れます。請求は後で選びます。',
  help: 'POEとして登録するには、ドキュメントをここにドロップするか、画像を貼り付けてください。',
  button: 'ドキュメントを送信',
};

/** The sentences for what people can put right. */
export const poeProblems: typeof en.poeProblems = {
  'poe.gone': () => 'この登録の受け付けは終わりました。ファイルをもう一度送ってください。',
  'poe.why-too-long': ({ count, most }, locale) =>
    `理由が${numberText(count, locale)}文字あります。入力できるのは${numberText(most, locale)}文字までです。登録はしていません。短くしてもう一度押してください。`,
  'poe.nothing-to-file-for': () => poeTexts.noClaims,
  'poe.no-document': () =>
    '表示できる範囲にこのドキュメントが見つかりません。カードが作られた後に請求の担当者が変わった可能性があります。',
  'poe.offer-gone': () =>
    'この保存の案内は期限が切れました。ドキュメントは、請求を開いて「ダウンロード」を押すと保存できます。',
  'poe.not-yours': () => 'これは別の人が送ったファイルのため、登録していません。',
};

/** The fixed words of its cards, by template. `{name}` stands for what the card is filled with. */
export const poeCardWords: typeof en.poeCardWords = {
  'file-poe-several': {
    fileAsPoe: 'POEとして登録',
    open: '開く',
    openHint: '登録する前に{title}を確認する',
  },
  'file-poe': {
    fileAsPoe: 'POEとして登録',
    claim: '請求',
    chooseAClaim: '請求を選択',
    orAnother: 'または別の請求',
    claimTextHint: '請求IDまたは顧客名',
    workloadsItShows: '記載のあるワークロード',
    whyAllTheSame: 'そのまま登録する理由',
    whyHint: '例：署名入りのコピーは後日',
    discard: '破棄',
    discardHint: '登録しない',
  },
};
