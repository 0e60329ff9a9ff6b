/** What is said of a file that is not taken, or cannot be read, in Japanese. Each is shown as it stands, or behind the file's name. */
import { numberText } from '../../format/count.ts';
import type { ConvertibleKind, UnfetchableForm, UnsupportedKind } from '../../problems/files.ts';
import type * as en from './en.ts';

const SEND_INSTEAD =
  'PDF、Word、Excel、PowerPointのファイル、メール（MSGまたはEML）、画像（PNG、JPEG、TIFF）、Webページ、RTF、テキストのいずれかを送ってください。';

const CONVERTIBLE: Readonly<Record<ConvertibleKind, { readonly name: string; readonly saveAs: string }>> = {
  xls: { name: '古い形式のExcelブック', saveAs: '.xlsx' },
  ppt: { name: '古い形式のPowerPointファイル', saveAs: '.pptx' },
  xlsb: { name: 'バイナリ形式のブック（.xlsb）', saveAs: '.xlsx' },
  'word-template': { name: 'Wordのテンプレート', saveAs: '.docx' },
  'excel-template': { name: 'Excelのテンプレート', saveAs: '.xlsx' },
  'powerpoint-show': { name: 'PowerPointのテンプレートまたはスライドショー', saveAs: '.pptx' },
  eml: { name: '別の拡張子で保存されたメール', saveAs: '.eml' },
};

const UNSUPPORTED: Readonly<Record<UnsupportedKind, string>> = {
  rtf: '別の拡張子のRTFファイル',
  calendar: '予定表のアイテム',
  contact: '連絡先カード',
  postscript: 'PostScriptファイル',
  'open-document': 'OpenDocumentファイル',
  zip: 'ZIPファイルまたはそれに類するもの',
  'other-office': 'Officeファイルの一種',
};

const NO_ADDRESS: Readonly<Record<UnfetchableForm, string>> = {
  link: '届いたのはファイルではなくリンクで、リンクは開けません。ファイルをダウンロードし、お使いのデバイスからここに添付してください。',
  picture: 'この画像は取得できない形式で届きました。お使いのデバイスからファイルとして添付してください。',
  recording:
    'ボイスメッセージを聞いたり、録画を見たりすることはできません。文字で書くか、ドキュメントを添付してください。',
  loop: 'これはLoopコンポーネントで、開けません。PDFまたはWordファイルとして保存し、ここに添付してください。',
};

export const fileProblems: typeof en.fileProblems = {
  'file.link-expired': () => 'このファイルのリンクは期限が切れています。ファイルをもう一度送ってください。',
  'file.too-large': ({ maxBytes }, locale) =>
    `このファイルは、受け取れる上限の${capText(maxBytes, locale)}を超えています。小さくしたコピーか、関係のあるページだけを送ってください。`,
  'file.day-is-full': ({ maxBytes }, locale) =>
    `このファイルを含めると、お一人から1日に受け取れる上限の${capText(maxBytes, locale)}を超えます。明日送ってください。`,
  'file.host-refused': () =>
    '取得できるのは、このチャットに添付されたファイル（OneDriveまたはSharePointのもの）だけです。ファイルをここに添付してください。',
  'file.picture-host-refused': () =>
    '取得できるのは、このチャットに貼り付けられた画像だけです。画像をファイルとして添付してください。',
  'file.no-address': ({ form }) => NO_ADDRESS[form],
  'file.inline-data': () =>
    'この画像はメッセージ自体に埋め込まれているため、読み取れません。ファイルとして添付してください。',
  'file.unreachable': () => '今はこのファイルを取得できませんでした。少し待ってからもう一度送ってください。',
  'file.web-page': () =>
    'このファイルのリンクは、ファイルではなくWebページにつながっています。ファイルをもう一度送ってください。2回続く場合は、パソコンのTeamsから送ってください。',

  'file.upload-refused': () =>
    'ファイルを保存できるのはOneDriveとSharePointだけですが、指定された場所はそれ以外でした。何も送っていません。',
  'file.upload-closed': () => 'このファイルの保存先は期限が切れました。もう一度「ダウンロード」を押してください。',
  'file.upload-full': () =>
    'OneDriveにこのファイルの空き容量がありません。空きを作ってから、もう一度「ダウンロード」を押してください。',
  'file.upload-failed': () =>
    '今はファイルを保存できませんでした。少し待ってから、もう一度「ダウンロード」を押してください。',

  'file.empty': () => 'このファイルは空です。ご確認のうえ、もう一度送ってください。',
  'file.damaged': () => 'このファイルは壊れているようで、読み取れません。保存し直して、新しいコピーを送ってください。',
  'file.executable': () => `このファイルはプログラムまたはスクリプトのため、受け取れません。${SEND_INSTEAD}`,
  'file.macros': () =>
    'このファイルにはマクロが含まれているため、受け取れません。マクロのないコピーか、PDFにしたものを送ってください。',
  'file.loads-from-elsewhere': () =>
    'このファイルは、開くときにテンプレートなどの一部を別の場所から読み込むため、受け取れません。そのリンクのないコピーか、PDFにしたものを送ってください。',
  'file.program-inside': () =>
    'このファイルにはプログラムが含まれているため、受け取れません。プログラムのないコピーか、PDFにしたものを送ってください。',
  'file.infected': ({ name }) =>
    `ウイルススキャンがこのファイルから問題を検出したため（${name}）、受け取りませんでした。問題のないコピーを送り、IT部門にお知らせください。`,
  'file.too-large-to-scan': () =>
    'このファイルはウイルススキャンには大きすぎるため、受け取れません。関係のあるページだけを送ってください。',
  'file.acts-by-itself': () =>
    'このファイルはプログラムまたはスクリプトを自動的に実行するため、受け取れません。PDFに印刷して、それを送ってください。',
  'file.unchecked-inside': () =>
    'このファイルには、確認できない別のファイルが含まれています（ロックされているか、壊れているか、圧縮ファイルです）。それを除いたコピーか、PDFにしたものを送ってください。',
  'file.protected': () =>
    'このファイルはパスワードまたは秘密度ラベルで保護されているため、確認できません。保護のないコピーを保存して、それを送ってください。',
  'file.convertible': ({ kind }) =>
    `これは${CONVERTIBLE[kind].name}のため、受け取れません。${CONVERTIBLE[kind].saveAs}として保存し、新しいファイルを送ってください。`,
  'file.markup': () => `このファイルはXML、または別の拡張子のWebページのため、受け取れません。${SEND_INSTEAD}`,
  'file.unsupported': ({ kind }) => cannotTake(UNSUPPORTED[kind]),
  'file.unsupported-extension': ({ extension }) => cannotTake(`${extension.toUpperCase()}ファイル`),
  'file.unknown': () => `ファイルの種類が分かりません。${SEND_INSTEAD}`,

  'file.zip-bomb': () =>
    'このファイルは、展開するとドキュメントとしては大きくなりすぎるため、読み取りを止めました。PDFにしたものを送ってください。',
  'file.too-slow': () =>
    'このファイルの読み取りには時間がかかりすぎるため、止めました。関係のあるページだけか、PDFにしたものを送ってください。',
  'file.too-many-pages': ({ maxPages }, locale) =>
    `このドキュメントは${numberText(maxPages, locale)}ページを超えています。関係のあるページだけを送ってください。`,
  'file.type-mismatch': ({ extension }) =>
    `このファイルの拡張子は.${extension}ですが、中身は別の種類です。作成したプログラムで保存し直して、それを送ってください。`,

  'sheet.empty': () => 'このスプレッドシートは空です。もう一度エクスポートして、新しいファイルを送ってください。',
  'sheet.no-header': () =>
    'このスプレッドシートにはヘッダー行が見つかりません。Claim ID、Customer、Workload、Statusなどの列名をもとに読み取ります。列名を追加して、もう一度送ってください。',
  'sheet.only-header': () =>
    'このスプレッドシートにはヘッダーがありますが、その下に行がありません。エクスポートのフィルターを確認して、もう一度送ってください。',
  'sheet.open-quote': ({ line }, locale) =>
    `${numberText(line, locale)}行目から始まるレコードが終わっていません。引用符が閉じられていないようです。引用符を閉じるか、.xlsxとして保存して、もう一度送ってください。`,
  'sheet.too-many-rows': ({ maxRows }, locale) =>
    `このスプレッドシートは${numberText(maxRows, locale)}行を超えています。小さいファイルに分けて、1つずつ送ってください。`,
  'sheet.too-large': () =>
    'このスプレッドシートは大きすぎて読み取れません。小さいファイルに分けて、1つずつ送ってください。',
  'sheet.too-slow': () =>
    'このスプレッドシートの読み取りには時間がかかりすぎます。小さいファイルに分けるか、.csvとして保存して、もう一度送ってください。',
  'sheet.damaged': () =>
    'このファイルは壊れているようで、読み取れませんでした。Excelで開き、.xlsxまたは.csvとして保存し直して、新しいファイルを送ってください。',
  'sheet.encrypted': () =>
    'このスプレッドシートはパスワードで保護されているため、読み取れませんでした。パスワードなしで保存して、もう一度送ってください。',
  'sheet.old-excel': () =>
    'このスプレッドシートは古い.xls形式のため、ここでは読み取れません。.xlsxまたは.csvとして保存して、もう一度送ってください。',
  'sheet.binary-excel': () =>
    'このスプレッドシートは.xlsb形式のため、ここでは読み取れません。.xlsxまたは.csvとして保存して、もう一度送ってください。',
  'sheet.markup': () =>
    'このファイルは、名前とは違い、WebページまたはXMLです。Excelで開き、.xlsxまたは.csvとして保存して、新しいファイルを送ってください。',
  'sheet.other-zip': () =>
    'これはスプレッドシートではなく、ZIPファイルまたは別の種類のドキュメントです。エクスポートファイルを.xlsxまたは.csvで送ってください。',
  'sheet.not-a-spreadsheet': () =>
    'このファイルはスプレッドシートではありません。エクスポートファイルを.xlsxまたは.csvで送ってください。',
};

function cannotTake(what: string): string {
  return `これは${what}のため、受け取れません。${SEND_INSTEAD}`;
}

const MIB = 1024 * 1024;

/** A cap as its setting counts it: 1 MB is 1,048,576 bytes. */
function capText(bytes: number, locale: string): string {
  const number = (n: number): string => n.toLocaleString(locale, { maximumFractionDigits: 1, useGrouping: false });
  if (bytes >= MIB) return `${number(bytes / MIB)} MB`;
  return bytes >= 1024 ? `${number(bytes / 1024)} KB` : `${number(bytes)}バイト`;
}
