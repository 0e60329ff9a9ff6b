/**
 * What is said of a file that is not taken, or cannot be read, in Brazilian Portuguese. Each is shown as it stands, or behind the
 * file's name.
 */
import { numberText } from '../../format/count.ts';
import type { ConvertibleKind, UnfetchableForm, UnsupportedKind } from '../../problems/files.ts';
import type * as en from './en.ts';

const SEND_INSTEAD =
  'Envie um PDF, um arquivo do Word, Excel ou PowerPoint, um e-mail (MSG ou EML), uma imagem (PNG, JPEG ou TIFF), uma página da Web, RTF ou texto sem formatação.';

const CONVERTIBLE: Readonly<Record<ConvertibleKind, { readonly name: string; readonly saveAs: string }>> = {
  xls: { name: 'uma pasta de trabalho antiga do Excel', saveAs: '.xlsx' },
  ppt: { name: 'uma apresentação antiga do PowerPoint', saveAs: '.pptx' },
  xlsb: { name: 'uma pasta de trabalho binária (.xlsb)', saveAs: '.xlsx' },
  'word-template': { name: 'um modelo do Word', saveAs: '.docx' },
  'excel-template': { name: 'um modelo do Excel', saveAs: '.xlsx' },
  'powerpoint-show': { name: 'um modelo ou uma apresentação de slides do PowerPoint', saveAs: '.pptx' },
  eml: { name: 'um e-mail salvo com outra extensão', saveAs: '.eml' },
};

const UNSUPPORTED: Readonly<Record<UnsupportedKind, string>> = {
  rtf: 'um arquivo RTF com outra extensão',
  calendar: 'um item de calendário',
  contact: 'um cartão de contato',
  postscript: 'um arquivo PostScript',
  'open-document': 'um arquivo OpenDocument',
  zip: 'um arquivo zip ou parecido',
  'other-office': 'um tipo de arquivo do Office',
};

const NO_ADDRESS: Readonly<Record<UnfetchableForm, string>> = {
  link: 'Recebi um link para este arquivo, não o arquivo, e não consigo abrir links. Baixe o arquivo e anexe aqui a partir deste dispositivo.',
  picture: 'Esta imagem veio em uma forma que não consigo buscar. Anexe como arquivo a partir deste dispositivo.',
  recording: 'Não consigo ouvir mensagens de voz nem ver gravações. Escreva para mim, ou anexe um documento.',
  loop: 'Isto é um componente do Loop, que não consigo abrir. Salve como PDF ou arquivo do Word e anexe aqui.',
};

export const fileProblems: typeof en.fileProblems = {
  'file.link-expired': () => 'O link deste arquivo expirou. Envie o arquivo de novo.',
  'file.too-large': ({ maxBytes }, locale) =>
    `Este arquivo tem mais de ${capText(maxBytes, locale)}, o máximo que recebo. Envie uma cópia menor, ou só as páginas que importam.`,
  'file.day-is-full': ({ maxBytes }, locale) =>
    `Com este arquivo, você enviaria hoje mais de ${capText(maxBytes, locale)}, o máximo que recebo de uma pessoa por dia. Envie amanhã.`,
  'file.host-refused': () =>
    'Só consigo buscar arquivos anexados neste chat (eles vêm do OneDrive ou do SharePoint). Anexe o arquivo aqui.',
  'file.picture-host-refused': () => 'Só consigo buscar imagens coladas neste chat. Anexe a imagem como arquivo.',
  'file.no-address': ({ form }) => NO_ADDRESS[form],
  'file.inline-data': () => 'Esta imagem veio dentro da própria mensagem, onde não consigo ler. Anexe como arquivo.',
  'file.unreachable': () => 'Não consegui buscar este arquivo agora. Envie de novo daqui a pouco.',
  'file.web-page': () =>
    'O link deste arquivo leva a uma página da Web em vez do arquivo. Envie o arquivo de novo; se acontecer duas vezes, pelo Teams em um computador.',

  'file.upload-refused': () =>
    'Só salvo arquivos no OneDrive e no SharePoint, e o local que me foi indicado é outro. Nada foi enviado.',
  'file.upload-closed': () => 'O local que foi aberto para este arquivo expirou. Toque em “Baixar” de novo.',
  'file.upload-full': () =>
    'Não há espaço no seu OneDrive para este arquivo. Libere um pouco e depois toque em “Baixar” de novo.',
  'file.upload-failed': () => 'Não consegui salvar o arquivo agora. Toque em “Baixar” de novo daqui a pouco.',

  'file.empty': () => 'Este arquivo está vazio. Confira e envie de novo.',
  'file.damaged': () => 'Este arquivo parece danificado e não pode ser lido. Salve de novo e envie a nova cópia.',
  'file.executable': () => `Este arquivo é um programa ou um script, e arquivos assim não são aceitos. ${SEND_INSTEAD}`,
  'file.macros': () =>
    'Este arquivo contém macros, e arquivos assim não são aceitos. Envie uma cópia sem macros, ou um PDF.',
  'file.loads-from-elsewhere': () =>
    'Ao ser aberto, este arquivo carrega de outro lugar uma parte de si, como o modelo, e arquivos assim não são aceitos. Envie uma cópia sem esse vínculo, ou um PDF.',
  'file.program-inside': () =>
    'Este arquivo tem um programa dentro, e arquivos assim não são aceitos. Envie uma cópia sem ele, ou um PDF.',
  'file.infected': ({ name }) =>
    `O antivírus encontrou algo neste arquivo (${name}), por isso não o recebi. Envie uma cópia limpa e avise a sua equipe de TI.`,
  'file.too-large-to-scan': () =>
    'Este arquivo é grande demais para o antivírus, por isso não posso recebê-lo. Envie só as páginas que importam.',
  'file.acts-by-itself': () =>
    'Este arquivo inicia um programa ou executa um script por conta própria, e arquivos assim não são aceitos. Imprima em PDF e envie o PDF.',
  'file.unchecked-inside': () =>
    'Dentro deste arquivo há outro que não consigo verificar: está bloqueado, danificado ou é um arquivo compactado. Envie uma cópia sem ele, ou um PDF.',
  'file.protected': () =>
    'Este arquivo está protegido por senha ou por um rótulo de confidencialidade e não pode ser verificado. Salve uma cópia sem a proteção e envie essa cópia.',
  'file.convertible': ({ kind }) =>
    `Este arquivo é ${CONVERTIBLE[kind].name}, um tipo que não recebo. Salve como ${CONVERTIBLE[kind].saveAs} e envie o novo arquivo.`,
  'file.markup': () =>
    `Este arquivo é XML, ou uma página da Web com outra extensão, e arquivos assim não são aceitos. ${SEND_INSTEAD}`,
  'file.unsupported': ({ kind }) => cannotTake(UNSUPPORTED[kind]),
  'file.unsupported-extension': ({ extension }) => cannotTake(`um arquivo ${extension.toUpperCase()}`),
  'file.unknown': () => `Não reconheço que tipo de arquivo é este. ${SEND_INSTEAD}`,

  'file.zip-bomb': () =>
    'Este arquivo se descompacta em muito mais do que se espera de um documento, por isso parei de ler. Envie um PDF dele.',
  'file.too-slow': () =>
    'A leitura deste arquivo está demorando demais, por isso parei. Envie só as páginas que importam, ou um PDF.',
  'file.too-many-pages': ({ maxPages }, locale) =>
    `Este documento tem mais de ${numberText(maxPages, locale)} páginas. Envie só as páginas que importam.`,
  'file.type-mismatch': ({ extension }) =>
    `Este arquivo tem a extensão .${extension}, mas por dentro é outra coisa. Salve de novo no programa em que foi criado e envie essa cópia.`,

  'sheet.empty': () => 'Esta planilha está vazia. Exporte de novo e envie o novo arquivo.',
  'sheet.no-header': () =>
    'Não encontrei uma linha de cabeçalho nesta planilha. Ela é lida pelos nomes das colunas, como Claim ID, Customer, Workload e Status; inclua os nomes e envie de novo.',
  'sheet.only-header': () =>
    'Esta planilha tem um cabeçalho, mas nenhuma linha abaixo dele. Confira o filtro da exportação e envie de novo.',
  'sheet.open-quote': ({ line }, locale) =>
    `O registro que começa na linha ${numberText(line, locale)} não termina: parece haver aspas abertas ali. Feche as aspas, ou salve o arquivo como .xlsx, e envie de novo.`,
  'sheet.too-many-rows': ({ maxRows }, locale) =>
    `Esta planilha tem mais de ${numberText(maxRows, locale)} linhas. Divida em arquivos menores e envie um depois do outro.`,
  'sheet.too-large': () =>
    'Esta planilha é grande demais para ler. Divida em arquivos menores e envie um depois do outro.',
  'sheet.too-slow': () =>
    'A leitura desta planilha está demorando demais. Divida em arquivos menores, ou salve como .csv, e envie de novo.',
  'sheet.damaged': () =>
    'Este arquivo parece danificado e não pôde ser lido. Abra no Excel, salve de novo como .xlsx ou .csv e envie o novo arquivo.',
  'sheet.encrypted': () =>
    'Esta planilha está protegida por senha e não pôde ser lida. Salve sem senha e envie de novo.',
  'sheet.old-excel': () =>
    'Esta planilha está no formato antigo .xls, que não é lido aqui. Salve como .xlsx ou .csv e envie de novo.',
  'sheet.binary-excel': () =>
    'Esta planilha está no formato .xlsb, que não é lido aqui. Salve como .xlsx ou .csv e envie de novo.',
  'sheet.markup': () =>
    'Este arquivo é uma página da Web ou XML, apesar do nome. Abra no Excel, salve como .xlsx ou .csv e envie o novo arquivo.',
  'sheet.other-zip': () =>
    'Este é um arquivo ZIP ou outro tipo de documento, não uma planilha. Envie o arquivo exportado como .xlsx ou .csv.',
  'sheet.not-a-spreadsheet': () => 'Este arquivo não é uma planilha. Envie o arquivo exportado como .xlsx ou .csv.',
};

function cannotTake(what: string): string {
  return `Isto é ${what}, um tipo que não recebo. ${SEND_INSTEAD}`;
}

const MIB = 1024 * 1024;

/** A cap as its setting counts it: 1 MB is 1,048,576 bytes. */
function capText(bytes: number, locale: string): string {
  const number = (n: number): string => n.toLocaleString(locale, { maximumFractionDigits: 1, useGrouping: false });
  if (bytes >= MIB) return `${number(bytes / MIB)} MB`;
  return bytes >= 1024 ? `${number(bytes / 1024)} KB` : `${number(bytes)} bytes`;
}
