/** What the bot says about imports, in Japanese. */
import { numberText } from '../../../format/count.ts';
import { shorten } from '../../../format/shorten.ts';
import type { KeptField } from '../../export-file/fields.ts';
import type { DoubtfulClaimId } from '../../export-file/group.ts';
import type { RowPlace } from '../../export-file/row.ts';
import type { Counts } from '../jobs.ts';
import type * as en from './en.ts';

/** Why a row is left out: a remark behind its line number. */
const rowProblems: typeof en.importTexts.rowProblems = {
  'no-claim-id': () => '請求IDがありません',
  'formula-error': ({ field, cell }) => `${fieldText(field)}が数式エラーです（${cell}）`,
  'too-long': ({ field, most }, locale) => `${fieldText(field)}が${numberText(most, locale)}文字を超えています`,
  'lost-digits': ({ claimId }) => `Excelで請求IDの桁が失われています（${claimId}）`,
  'date-id': ({ claimId }) => `Excelで請求IDが日付に変わっています（${claimId}）`,
  'no-claim': ({ claimId }) => `「${claimId}」は請求IDではないようで、ほかの項目もほとんど空です`,
  shifted: ({ field, value }) => `セルが別の列にずれているようです（${fieldText(field)}：${value}）`,
  'stray-quotes': () => '引用符の位置がおかしいため、セルを区切れません',
  'more-cells-than-header': () => 'ヘッダーよりセルが多くなっています',
  'too-many-workloads': ({ most }, locale) => `1件の請求に${numberText(most, locale)}個を超えるワークロードがあります`,
  differs: ({ field, value, ...place }, locale) =>
    `${field === 'owner' ? '担当者' : fieldText(field)}が${placeText(place, locale)}と異なります（${value}）`,
};

export const importTexts: typeof en.importTexts = {
  rowProblems,
  how: '顧客の関連付けのエクスポートファイル（.csvまたは.xlsx）をこのチャットにドロップしてください。書き込む前に、何が変わるかを確認できます。',
  help: '関連付けをインポートするには、パートナー センターのエクスポートファイル（.csvまたは.xlsx）をここにドロップしてください。',
  button: 'インポートする',
  size: (rows: number, claims: number, locale: string) =>
    `${numberText(rows, locale)}行、請求${numberText(claims, locale)}件`,
  counts: {
    new: '新規',
    changed: '変更あり',
    same: '変更なし',
    removed: 'リーダーが除外（除外のまま）',
    bad: '取り込まない行',
    notInFile: 'このファイルにない請求（そのまま）',
    unknownOwners: '担当者がまだ不明',
  },
  badRow: (place: RowPlace, reason: string, locale: string) => `${placeText(place, locale)}：${reason}`,
  columns: (page: string) => (page === '' ? '' : `列：${page}`),
  fields: {
    claimId: '請求ID',
    claimName: '請求名',
    customerName: '顧客',
    customerDomain: '顧客のドメイン',
    customerTenantId: '顧客のテナントID',
    program: 'プログラム',
    workload: 'ワークロード',
    solutionArea: 'ソリューション領域',
    status: '状態',
    mpnId: 'MPN ID',
    subscriptionId: 'サブスクリプションID',
    ownerName: '担当者（名前）',
    ownerUpn: '担当者（UPNまたはメール）',
  },
  leaveOut: '取り込まない',
  noClaimId: '請求IDの列がありません。該当する列を選んでから、「プレビューを更新」を押してください。',
  previewedAgain:
    '選択が変わったため、今インポートした場合の結果を表示しています。よければ「インポート」を押してください。',
  nothingNew: '新規も変更もありません。インポートするものはありません。',
  noStatus: '状態の列がないため、すべての請求を承認済みとして扱います。',
  noName: '請求名の列がないため、新規の請求はどれも移行済みとして扱いません。',
  doubtfulIds: (n: number, examples: readonly DoubtfulClaimId[], locale: string) =>
    `${numberText(n, locale)}件の請求IDは、元のIDをExcelが日付や桁の少ない数値に書き換えたものかもしれません：${examples.map((one) => `${one.claimId}（${placeText(one, locale)}）`).join('、')}${n > examples.length ? '、…。' : '。'}インポートの前にパートナー センターと見比べてください。`,
  customers: (names: string) => `読み取った顧客名：${names}`,
  sheets: (read: string, others: string) =>
    others === '' ? `読み取ったシート：${read}` : `読み取ったシート：${read}。読み取っていないシート：${others}`,
  hiddenRows: (n: number, places: readonly RowPlace[], locale: string) =>
    `Excelのフィルターまたは手動の操作で、${numberText(n, locale)}行が非表示になっています（${placesText(places, locale)}${n > places.length ? '、…' : ''}）。`,
  takeHidden: '取り込む',
  leaveHiddenOut: '取り込まない',
  encodings: {
    'utf-8': 'Unicode (UTF-8)',
    'windows-1252': '西ヨーロッパ言語 (Windows-1252)',
    'windows-1250': '中央ヨーロッパ言語 (Windows-1250)',
    'windows-1251': 'キリル言語 (Windows-1251)',
    'windows-1253': 'ギリシャ語 (Windows-1253)',
    'windows-1254': 'トルコ語 (Windows-1254)',
    macintosh: '西ヨーロッパ言語 (Mac)',
    shift_jis: '日本語 (シフトJIS)',
    gb18030: '簡体字中国語 (GB18030)',
    big5: '繁体字中国語 (Big5)',
    'euc-kr': '韓国語 (EUC-KR)',
    'utf-16le': 'Unicode (UTF-16)',
    'utf-16be': 'Unicode (UTF-16、ビッグエンディアン)',
  },
  removedStay: 'リーダーが除外した請求は除外のままです。確認したり戻したりするには「除外した請求」と入力してください。',
  reading: (file: string) => `${file}を読み取り中`,
  importing: (file: string) => `${file}をインポート中`,
  importingDetail: (done: number, total: number, locale: string) =>
    `請求${numberText(total, locale)}件のうち${numberText(done, locale)}件が完了`,
  done: (file: string) => `${file}をインポートしました`,
  doneDetail: (counts: { new: number; changed: number }, locale: string) =>
    `請求：新規${numberText(counts.new, locale)}件、変更${numberText(counts.changed, locale)}件。`,
  cancelled: (file: string) => `インポートしませんでした：${file}`,
  cancelledDetail: 'キャンセルされました。何も書き込んでいません。',
  failed: (file: string) => `中断しました：${file}`,
  doneLine: (file: string, counts: { new: number; changed: number }, locale: string) =>
    `${file}のインポートが完了しました：新規${numberText(counts.new, locale)}件、変更${numberText(counts.changed, locale)}件。`,
};

/** What the bot says about undoing an import, and about the last ones. */
export const undoTexts: typeof en.undoTexts = {
  undoing: (file: string) => `${file}のインポートを取り消し中`,
  undoingDetail: (done: number, total: number, locale: string) =>
    `請求${numberText(total, locale)}件のうち${numberText(done, locale)}件を確認済み`,
  undone: (file: string) => `取り消しました：${file}`,
  undoneDetail: (removed: number, restored: number, locale: string) =>
    `追加された請求のうち${numberText(removed, locale)}件を削除し、変更された請求のうち${numberText(restored, locale)}件を元に戻しました。ファイルをもう一度ドロップすると、あらためてインポートできます。`,
  undoneLine: (file: string, removed: number, restored: number, kept: number, locale: string) =>
    `${file}のインポートを取り消しました：請求${numberText(removed, locale)}件を削除、${numberText(restored, locale)}件を元に戻し、その後の作業やインポートがある${numberText(kept, locale)}件は残しました。`,
  counts: { removed: '削除', restored: '元に戻した', kept: '一部を残した' },
  stay: (claimId: string, why: string) => `${claimId}：${why}`,
  why: {
    poe: 'POEが登録された',
    mark: 'ワークロードの状態が変更された',
    owner: 'その後に担当者が変わった',
    worked: '作業が行われた',
    removed: 'リーダーが除外した',
    ticket: 'チケットに含まれている',
    draft: '送信されたファイルの候補になっている',
    'later import': 'その後のインポートにも含まれている',
  },
  listTitle: (n: number, locale: string) =>
    n === 0 ? '過去30日間のインポートはありません' : `インポート：${numberText(n, locale)}件`,
  listDetail: '直近20件は、30日以内なら取り消せます。その後に誰も作業していない請求は、削除されるか元に戻ります。',
  byAt: (name: string, when: string) => `${name} · ${when}`,
  rowCounts: (counts: Counts, locale: string) =>
    `新規${numberText(counts.new, locale)}件、変更${numberText(counts.changed, locale)}件、変更なし${numberText(counts.same, locale)}件`,
  rowStates: {
    importing: '実行中',
    done: '',
    failed: '中断',
    undoing: '取り消し中',
    undone: '取り消し済み',
    preview: '',
    cancelled: '',
  },
  help: '「インポート一覧」と入力すると、最近のインポートを確認し、取り消せます。',
};

export const importProblems: typeof en.importProblems = {
  'import.leads-only': () =>
    '関連付けをインポートできるのはリーダーだけです。このファイルは、POEとしてなら受け取れます。',
  'import.gone': () => 'このインポートはもう受け付けていません。ファイルをもう一度ドロップしてください。',
  'import.file-gone': () => 'このファイルはもう残っていません。もう一度ドロップしてください。',
  'import.undo-too-late': () =>
    'このインポートはもう取り消せません。取り消せるのは直近20件、30日以内です。一覧を見るには「インポート一覧」と入力してください。',
  'import.nothing-to-undo': () => 'このインポートでは追加も変更もなかったため、取り消すものはありません。',
  'import.busy': () =>
    '別のインポートが実行中です。終わってからもう一度お試しください。「インポート一覧」で進み具合を確認できます。',
  'import.nothing-new': () => 'このファイルには新規も変更もないため、インポートするものはありません。',
  'import.no-export': ({ headers }) => knownColumns(headers),
  'import.lacks-columns': ({ headers }) =>
    `これは顧客の関連付けのエクスポートファイルではないようです。${knownColumns(headers)}エクスポートファイルには、請求IDと、Customer、Program、Workload、Statusなどの列があります。`,
};

function knownColumns(headers: readonly string[]): string {
  if (headers.length === 0) return '認識できる列がありません。';
  return `認識できた列は${shorten(headers.map((header) => `「${header}」`).join('、'), 200)}だけです。`;
}

/** "17行目", or "シート「EMEA」の17行目" where several sheets are read. */
function placeText({ line, sheet }: RowPlace, locale: string): string {
  const text = `${numberText(line, locale)}行目`;
  return sheet === undefined ? text : `シート「${sheet}」の${text}`;
}

/** "5、6行目", or "「EMEA」の5、6行目、「APAC」の9行目" where several sheets are read. */
function placesText(places: readonly RowPlace[], locale: string): string {
  return [...Map.groupBy(places, ({ sheet }) => sheet)]
    .map(([sheet, rows]) => {
      const lines = `${rows.map(({ line }) => numberText(line, locale)).join('、')}行目`;
      return sheet === undefined ? lines : `「${sheet}」の${lines}`;
    })
    .join('、');
}

/** A field within a sentence. */
function fieldText(field: KeptField): string {
  return importTexts.fields[field];
}

/** The fixed words of its cards, by template. `{name}` stands for what the card is filled with. */
export const importCardWords: typeof en.importCardWords = {
  'import-preview': {
    importPreview: 'インポートのプレビュー',
    encoding: '文字コード',
    encodingHint: '名前が文字化けしている場合は、別の文字コードを選んで「プレビューを更新」を押してください。',
    hiddenRows: '非表示の行',
    rowsThatCannotBeRead: '取り込まない行とその理由',
    columnsNotRecognised: '認識できなかった列',
    columnsHint: '列の内容か「取り込まない」を選んでください。',
    example: '例：{example}',
    previewAgain: 'プレビューを更新',
    previewAgainHint: '選択した内容でファイルを読み直す',
    moreColumns: 'ほかの列',
    moreColumnsHint: '選択を保存して、ほかの列を表示する',
    import: 'インポート',
    cancel: 'キャンセル',
    fileAsPoe: 'POEとして登録',
    fileAsPoeHint: 'このスプレッドシートはエクスポートファイルではなく、請求のドキュメントです',
  },
  'import-state': {
    showWhatNeedsPoe: 'POE対応待ちを表示',
    undoThisImport: 'インポートを取り消す',
    undoHint: '追加されて誰も作業していない請求を削除し、変更された請求を元に戻す',
    theseStay: '次の請求は、その後の作業やインポートがあるため残ります',
    allImports: 'すべてのインポート',
  },
  imports: {
    openOf: '{file}のインポートを表示',
    undoThisImport: 'インポートを取り消す',
    undoOf: '{file}のインポートを取り消す',
    previous: '前へ',
    next: '次へ',
  },
};
