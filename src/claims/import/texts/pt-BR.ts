/** What the bot says about imports, in Brazilian Portuguese. */
import { countText, numberText } from '../../../format/count.ts';
import { shorten } from '../../../format/shorten.ts';
import type { KeptField } from '../../export-file/fields.ts';
import type { DoubtfulClaimId } from '../../export-file/group.ts';
import type { RowPlace } from '../../export-file/row.ts';
import type { Counts } from '../jobs.ts';
import type * as en from './en.ts';

/** Why a row is left out: a remark behind its line number. */
const rowProblems: typeof en.importTexts.rowProblems = {
  'no-claim-id': () => 'sem ID da reivindicação',
  'formula-error': ({ field, cell }) => `${fieldText(field)} é um erro de fórmula (${cell})`,
  'too-long': ({ field, most }, locale) => `${fieldText(field)} tem mais de ${numberText(most, locale)} caracteres`,
  'lost-digits': ({ claimId }) => `o ID da reivindicação perdeu dígitos no Excel (${claimId})`,
  'date-id': ({ claimId }) => `o ID da reivindicação virou uma data no Excel (${claimId})`,
  'no-claim': ({ claimId }) => `“${claimId}” não parece um ID de reivindicação, e há pouco mais preenchido`,
  shifted: ({ field, value }) => `as células parecem estar em outras colunas (${fieldText(field)}: ${value})`,
  'stray-quotes': () => 'há aspas fora do lugar, e não dá para separar as células',
  'more-cells-than-header': () => 'há mais células do que no cabeçalho',
  'too-many-workloads': ({ most }, locale) => `mais de ${numberText(most, locale)} workloads em uma reivindicação`,
  differs: ({ field, value, ...place }, locale) =>
    `${field === 'owner' ? 'responsável' : fieldText(field)} diferente da ${placeText(place, locale)} (${value})`,
};

export const importTexts: typeof en.importTexts = {
  rowProblems,
  how: 'Solte neste chat o arquivo exportado com as associações de clientes (.csv ou .xlsx). Você vê o que mudaria antes que algo seja gravado.',
  help: 'Solte aqui o arquivo exportado do Partner Center (.csv ou .xlsx) para importar associações.',
  button: 'Importar arquivo',
  size: (rows: number, claims: number, locale: string) =>
    `${countText(rows, { one: 'linha', many: 'de linhas', other: 'linhas' }, locale)}, ${countText(
      claims,
      { one: 'reivindicação', many: 'de reivindicações', other: 'reivindicações' },
      locale,
    )}`,
  counts: {
    new: 'Novas',
    changed: 'Alteradas',
    same: 'Iguais',
    removed: 'Removidas por um líder (continuam assim)',
    bad: 'Linhas deixadas de fora',
    notInFile: 'Fora deste arquivo (não mudam)',
    unknownOwners: 'Responsável ainda não conhecido aqui',
  },
  badRow: (place: RowPlace, reason: string, locale: string) => `${capitalised(placeText(place, locale))}: ${reason}`,
  columns: (page: string) => (page === '' ? '' : `Colunas ${page}`),
  fields: {
    claimId: 'ID da reivindicação',
    claimName: 'Nome da reivindicação',
    customerName: 'Cliente',
    customerDomain: 'Domínio do cliente',
    customerTenantId: 'ID do locatário do cliente',
    program: 'Programa',
    workload: 'Workload',
    solutionArea: 'Área de solução',
    status: 'Status',
    mpnId: 'MPN ID',
    subscriptionId: 'ID da assinatura',
    ownerName: 'Responsável (nome)',
    ownerUpn: 'Responsável (UPN ou e-mail)',
  },
  leaveOut: 'Deixar de fora',
  noClaimId: 'Nenhuma coluna traz IDs de reivindicação. Escolha a que traz e depois toque em “Atualizar prévia”.',
  previewedAgain:
    'Você escolheu outra opção, então é isto que mudaria agora. Quando estiver certo, toque em “Importar”.',
  nothingNew: 'Nada é novo e nada mudou. Não há o que importar.',
  noStatus: 'Não há coluna de status, então todas as reivindicações são tratadas como aprovadas.',
  noName: 'Não há coluna com o nome da reivindicação, então nenhuma das novas conta como migrada.',
  doubtfulIds: (n: number, examples: readonly DoubtfulClaimId[], locale: string) =>
    `${countText(
      n,
      {
        one: 'ID de reivindicação pode ter sido alterado pelo Excel',
        many: 'de IDs de reivindicação podem ter sido alterados pelo Excel',
        other: 'IDs de reivindicação podem ter sido alterados pelo Excel',
      },
      locale,
    )} para uma data ou um número mais curto: ${examples.map((one) => `${one.claimId} (${placeText(one, locale)})`).join(', ')}${n > examples.length ? ', …' : '.'} Compare com o Partner Center antes de importar.`,
  customers: (names: string) => `Clientes, como foram lidos: ${names}`,
  sheets: (read: string, others: string) =>
    others === '' ? `Abas lidas: ${read}` : `Abas lidas: ${read}. Não lidas: ${others}`,
  hiddenRows: (n: number, places: readonly RowPlace[], locale: string) =>
    `${countText(
      n,
      { one: 'linha está oculta', many: 'de linhas estão ocultas', other: 'linhas estão ocultas' },
      locale,
    )} no Excel, por um filtro ou manualmente (${placesText(places, locale)}${n > places.length ? ', …' : ''}).`,
  takeHidden: 'Incluir também',
  leaveHiddenOut: 'Deixar de fora',
  encodings: {
    'utf-8': 'Unicode (UTF-8)',
    'windows-1252': 'Europa Ocidental (Windows-1252)',
    'windows-1250': 'Europa Central (Windows-1250)',
    'windows-1251': 'Cirílico (Windows-1251)',
    'windows-1253': 'Grego (Windows-1253)',
    'windows-1254': 'Turco (Windows-1254)',
    macintosh: 'Europa Ocidental (Mac)',
    shift_jis: 'Japonês (Shift-JIS)',
    gb18030: 'Chinês simplificado (GB18030)',
    big5: 'Chinês tradicional (Big5)',
    'euc-kr': 'Coreano (EUC-KR)',
    'utf-16le': 'Unicode (UTF-16)',
    'utf-16be': 'Unicode (UTF-16, big-endian)',
  },
  removedStay: 'O que um líder removeu continua removido. Escreva “reivindicações removidas” para ver ou restaurar.',
  reading: (file: string) => `Lendo ${file}`,
  importing: (file: string) => `Importando ${file}`,
  importingDetail: (done: number, total: number, locale: string) =>
    `${numberText(done, locale)} de ${countText(
      total,
      { one: 'reivindicação', many: 'de reivindicações', other: 'reivindicações' },
      locale,
    )}`,
  done: (file: string) => `Importado: ${file}`,
  doneDetail: (counts: { new: number; changed: number }, locale: string) =>
    `${countText(
      counts.new,
      { one: 'reivindicação nova', many: 'de reivindicações novas', other: 'reivindicações novas' },
      locale,
    )}, ${countText(counts.changed, { one: 'alterada', many: 'alteradas', other: 'alteradas' }, locale)}.`,
  cancelled: (file: string) => `Não importado: ${file}`,
  cancelledDetail: 'Você cancelou. Nada foi gravado.',
  failed: (file: string) => `Interrompido: ${file}`,
  doneLine: (file: string, counts: { new: number; changed: number }, locale: string) =>
    `A importação de ${file} terminou: ${countText(
      counts.new,
      { one: 'nova', many: 'novas', other: 'novas' },
      locale,
    )}, ${countText(counts.changed, { one: 'alterada', many: 'alteradas', other: 'alteradas' }, locale)}.`,
};

/** What the bot says about undoing an import, and about the last ones. */
export const undoTexts: typeof en.undoTexts = {
  undoing: (file: string) => `Desfazendo a importação de ${file}`,
  undoingDetail: (done: number, total: number, locale: string) =>
    `Verificação: ${numberText(done, locale)} de ${countText(
      total,
      { one: 'reivindicação', many: 'de reivindicações', other: 'reivindicações' },
      locale,
    )}`,
  undone: (file: string) => `Desfeita: ${file}`,
  undoneDetail: (removed: number, restored: number, locale: string) =>
    `${countText(
      removed,
      {
        one: 'reivindicação que a importação trouxe saiu',
        many: 'de reivindicações que a importação trouxe saíram',
        other: 'reivindicações que a importação trouxe saíram',
      },
      locale,
    )}, ${countText(
      restored,
      {
        one: 'que ela alterou está como antes',
        many: 'que ela alterou estão como antes',
        other: 'que ela alterou estão como antes',
      },
      locale,
    )}. Solte o arquivo de novo para importar outra vez.`,
  undoneLine: (file: string, removed: number, restored: number, kept: number, locale: string) =>
    `A importação de ${file} foi desfeita: ${countText(
      removed,
      { one: 'reivindicação saiu', many: 'de reivindicações saíram', other: 'reivindicações saíram' },
      locale,
    )}, ${numberText(restored, locale)} como antes, ${numberText(kept, locale)} com o que pessoas ou importações posteriores fizeram.`,
  counts: { removed: 'Saíram', restored: 'Como antes', kept: 'Algo fica' },
  stay: (claimId: string, why: string) => `${claimId}: ${why}`,
  why: {
    poe: 'uma POE foi registrada',
    mark: 'um workload foi marcado',
    owner: 'mudou de responsável depois disso',
    worked: 'alguém trabalhou nela',
    removed: 'um líder a removeu',
    ticket: 'um chamado a menciona',
    draft: 'há um envio sugerido para ela',
    'later import': 'uma importação posterior também a traz',
  },
  listTitle: (n: number, locale: string) =>
    n === 0
      ? 'Nada foi importado nos últimos 30 dias'
      : countText(n, { one: 'importação', many: 'de importações', other: 'importações' }, locale),
  listDetail:
    'As últimas 20 podem ser desfeitas por 30 dias: o que ninguém alterou depois disso sai, ou volta a ser como antes.',
  byAt: (name: string, when: string) => `${name} · ${when}`,
  rowCounts: (counts: Counts, locale: string) =>
    `Novas: ${numberText(counts.new, locale)}, alteradas: ${numberText(counts.changed, locale)}, iguais: ${numberText(counts.same, locale)}`,
  rowStates: {
    importing: 'Em andamento',
    done: '',
    failed: 'Interrompida',
    undoing: 'Sendo desfeita',
    undone: 'Desfeita',
    preview: '',
    cancelled: '',
  },
  help: 'Escreva “importações” para ver as últimas importações e desfazer uma delas.',
};

export const importProblems: typeof en.importProblems = {
  'import.leads-only': () => 'Só líderes importam associações. Mas posso receber este arquivo como POE.',
  'import.gone': () => 'Esta importação não está mais aberta. Solte o arquivo de novo.',
  'import.file-gone': () => 'Não tenho mais este arquivo. Solte-o de novo.',
  'import.undo-too-late': () =>
    'Esta importação não pode mais ser desfeita. As últimas 20 podem, por 30 dias: escreva “importações” para vê-las.',
  'import.nothing-to-undo': () => 'Esta importação não trouxe nem alterou nada, então não há o que desfazer.',
  'import.busy': () =>
    'Outra importação está em andamento. Tente de novo quando ela terminar: “importações” mostra em que ponto está.',
  'import.nothing-new': () => 'Este arquivo não tem nada novo nem alterado, então não há o que importar.',
  'import.no-export': ({ headers }) => knownColumns(headers),
  'import.lacks-columns': ({ headers }) =>
    `Este não é o arquivo exportado com as associações de clientes. ${knownColumns(headers)} Ele traz IDs de reivindicação e colunas como Customer, Program, Workload e Status.`,
};

function knownColumns(headers: readonly string[]): string {
  if (headers.length === 0) return 'Não conheço nenhuma das colunas dele.';
  return `Das colunas dele, só conheço ${shorten(headers.map((header) => `“${header}”`).join(', '), 200)}.`;
}

/** "linha 17", or "aba “EMEA”, linha 17" where several sheets are read. */
function placeText({ line, sheet }: RowPlace, locale: string): string {
  const text = `linha ${numberText(line, locale)}`;
  return sheet === undefined ? text : `aba “${sheet}”, ${text}`;
}

/** "linhas 5, 6", or "“EMEA” linhas 5, 6; “APAC” linha 9" where several sheets are read. */
function placesText(places: readonly RowPlace[], locale: string): string {
  return [...Map.groupBy(places, ({ sheet }) => sheet)]
    .map(([sheet, rows]) => {
      const lines = `${rows.length === 1 ? 'linha' : 'linhas'} ${rows.map(({ line }) => numberText(line, locale)).join(', ')}`;
      return sheet === undefined ? lines : `“${sheet}” ${lines}`;
    })
    .join('; ');
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A field within a sentence: "nome da reivindicação", "cliente", "MPN ID". */
function fieldText(field: KeptField): string {
  const title = importTexts.fields[field];
  return /^[A-Z]{2}/.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1);
}

/** The fixed words of its cards, by template. `{name}` stands for what the card is filled with. */
export const importCardWords: typeof en.importCardWords = {
  'import-preview': {
    importPreview: 'Prévia da importação',
    encoding: 'Codificação',
    encodingHint: 'Se os nomes parecerem errados, escolha outra e toque em “Atualizar prévia”.',
    hiddenRows: 'Linhas ocultas',
    rowsThatCannotBeRead: 'Linhas deixadas de fora e por quê',
    columnsNotRecognised: 'Colunas não reconhecidas',
    columnsHint: 'Escolha o que elas trazem, ou deixe-as de fora.',
    example: 'Por exemplo: {example}',
    previewAgain: 'Atualizar prévia',
    previewAgainHint: 'Ler o arquivo de novo com as suas escolhas',
    moreColumns: 'Mais colunas',
    moreColumnsHint: 'Guardar estas escolhas e mostrar outras colunas',
    import: 'Importar',
    cancel: 'Cancelar',
    fileAsPoe: 'Registrar como POE',
    fileAsPoeHint: 'Esta planilha é um documento de uma reivindicação, não um arquivo exportado',
  },
  'import-state': {
    showWhatNeedsPoe: 'Ver onde falta POE',
    undoThisImport: 'Desfazer importação',
    undoHint: 'Tirar o que ela trouxe e ninguém alterou, e desfazer o que ela mudou',
    theseStay: 'Estas ficam, com o que pessoas ou importações posteriores fizeram',
    allImports: 'Todas as importações',
  },
  imports: {
    openOf: 'Mostrar a importação de {file}',
    undoThisImport: 'Desfazer importação',
    undoOf: 'Desfazer a importação de {file}',
    previous: 'Anterior',
    next: 'Próxima',
  },
};
