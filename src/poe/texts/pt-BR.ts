/** What the bot says about documents that are filed as POE, in Brazilian Portuguese. */
import { countText, numberText } from '../../format/count.ts';
import type * as en from './en.ts';

export const poeTexts: typeof en.poeTexts = {
  fileLine: (parts: readonly string[]) => parts.filter((part) => part !== '').join(' · '),
  pages: (n: number, locale: string) => countText(n, { one: 'página', many: 'de páginas', other: 'páginas' }, locale),
  files: (n: number, locale: string) =>
    countText(n, { one: 'arquivo', many: 'de arquivos', other: 'arquivos' }, locale),
  unnamed: { link: 'O link', picture: 'A imagem', recording: 'A gravação', loop: 'O componente do Loop' },
  refused: (name: string, reason: string) => `${name}: ${reason}`,
  noExport: (name: string, reason: string) =>
    `${name} não é um arquivo exportado que eu possa importar. ${reason} Um arquivo exportado tem uma coluna de IDs de reivindicação e pelo menos mais duas, como Customer, Workload ou Status. Recebo este como POE.`,
  tooMany: (most: number) => `Recebo até ${most} arquivos por vez. Envie os outros em outra mensagem.`,
  reasons: {
    'claim id in it': 'Sugestão: o ID desta reivindicação está no documento.',
    'domain in it': 'Sugestão: o domínio ou o ID do diretório do cliente está no documento.',
    'customer in it': 'Sugestão: o nome do cliente está no documento.',
    'claim id': 'Sugestão: o ID desta reivindicação está na sua mensagem ou no nome do arquivo.',
    customer: 'Sugestão: o nome do cliente está na sua mensagem ou no nome do arquivo.',
    'opened last': 'Sugestão: foi a última reivindicação que você abriu.',
    only: 'Sugestão: é a sua única reivindicação aberta.',
    'dropped on it': 'Sugestão: você soltou o documento nesta reivindicação.',
  },
  allStands: 'Mostra tudo o que os revisores procuram.',
  stands: (aspects: string) => `Mostra ${aspects}.`,
  aspects: {
    partner: 'a sua empresa',
    customer: 'o cliente',
    tenantOrDomain: 'o domínio ou o ID do diretório do cliente',
    workload: 'os workloads',
    signature: 'a assinatura do cliente',
    date: 'quando foi assinado',
    activities: 'o que foi feito',
  },
  quoted: (words: string, page: number | undefined) =>
    page === undefined ? `“${words}”` : `“${words}” (página ${page})`,
  lacks: {
    partner: {
      missing: 'A sua empresa não aparece. Inclua uma página com o nome dela.',
      unclear: 'Não tenho certeza se a sua empresa aparece. Dê uma olhada antes de registrar.',
    },
    customer: {
      missing: (customer: string, other: string | undefined) =>
        other === undefined
          ? `${customer} não aparece. Confira se é o arquivo certo.`
          : `O documento diz ${other}, que parece outra empresa e não ${customer}. Confira se é o arquivo certo.`,
      unclear: (customer: string, _: string | undefined) =>
        `Não tenho certeza se ${customer} aparece. Dê uma olhada antes de registrar.`,
    },
    tenantOrDomain: {
      missing:
        'Nem o domínio nem o ID do diretório do cliente estão no documento. Um endereço de e-mail do cliente já basta.',
      unclear:
        'Não tenho certeza se o domínio ou o ID do diretório do cliente está no documento. Dê uma olhada antes de registrar.',
    },
    workload: {
      missing: (names: string) =>
        `Não aparece no documento: ${names}. Escolha só o que ele mostra, ou inclua uma página com o resto.`,
      unclear: (names: string) =>
        `Não tenho certeza se isto aparece no documento: ${names}. Dê uma olhada antes de registrar.`,
    },
    signature: {
      missing: 'Não há assinatura do cliente. Peça a assinatura com data, ou inclua a página assinada.',
      unclear: 'Não tenho certeza se o cliente assinou. Um nome e uma data ao lado da assinatura deixam isso claro.',
    },
    date: {
      missing: (words: string | undefined) =>
        words === undefined
          ? 'Não há data junto à assinatura do cliente. Peça a data, ou inclua a página datada.'
          : `A data da assinatura, ${words}, não está nos últimos 12 meses. Recomenda-se um documento assinado mais recente.`,
      unclear: (words: string | undefined) =>
        words === undefined
          ? 'Não tenho certeza de quando o cliente assinou. Confira se foi nos últimos 12 meses.'
          : `Não tenho certeza de que dia é ${words}. Confira se está nos últimos 12 meses.`,
    },
    activities: {
      missing: 'Não diz o que foi feito. Inclua a página que descreve o trabalho.',
      unclear: 'Não tenho certeza se diz o que foi feito. Dê uma olhada antes de registrar.',
    },
  },
  unread: {
    slow: 'Não consegui ler o arquivo, então confira você antes de registrar.',
    kind: 'Não consigo ler este tipo de arquivo. Um documento do Word (.docx) ou um PDF me permite conferir; você pode registrar este assim mesmo.',
    partly: 'Não consegui ler tudo, então o que não encontrei pode estar lá.',
  },
  waitsForScan: (name: string) =>
    `${name}: não consigo acessar o antivírus agora. Guardo o arquivo, não leio nada dele e aviso aqui quando ele tiver sido verificado.`,
  scanned: (name: string) => `${name} passou pela verificação de vírus.`,
  scannedSpreadsheet: (name: string) =>
    `${name} passou pela verificação de vírus. Se for um arquivo exportado do Partner Center, solte-o de novo para importar.`,
  reading: (name: string) => `Estou lendo ${name}. Páginas digitalizadas levam alguns segundos cada uma.`,
  readingSeveral: (n: number, locale: string) =>
    `Estou lendo ${countText(n, { one: 'arquivo', many: 'de arquivos', other: 'arquivos' }, locale)}. Páginas digitalizadas levam alguns segundos cada uma.`,
  claimChoice: (claimId: string, customer: string, program: string) => `${customer} · ${claimId} · ${program}`,
  submitFile: 'Registrar POE',
  submitNext: 'Avançar',
  severalTitle: (n: number, locale: string) =>
    `${countText(n, { one: 'arquivo', many: 'de arquivos', other: 'arquivos' }, locale)} para várias reivindicações`,
  whichClaim: 'Para qual reivindicação é?',
  claimOf: (customer: string, claimId: string) => [customer, claimId].filter((part) => part !== '').join(' · '),
  fileSure: (n: number, locale: string) =>
    n === 1 ? 'Registrar o que é claro' : `Registrar os ${numberText(n, locale)} claros`,
  notClear: 'Pode ser de outra reivindicação: abra para escolher.',
  filedFor: (workloads: string) => `Registrado para ${workloads}.`,
  notRead: 'Não consegui ler.',
  mayLack: (lacks: string) => `A conferir: ${lacks}.`,
  alreadyDecided: 'Já foi registrado.',
  others: (names: string) => `Também menciona ${names}. Depois de registrar aqui, sugiro lá.`,
  chooseClaim: 'Escolha uma reivindicação, ou escreva o ID dela.',
  severalClaims: (text: string) => `Várias reivindicações correspondem a “${text}”. Escolha uma.`,
  noClaimLike: (text: string) =>
    `Não encontro uma reivindicação “${text}” entre as suas. Confira o ID, ou pergunte ao seu líder se ela foi importada.`,
  noClaimLikeForLead: (text: string) =>
    `Não encontro uma reivindicação “${text}”. Confira o ID, ou se ela foi importada.`,
  chooseWorkloads: 'Escolha pelo menos um workload.',
  workloadsOf: (customer: string) => `Estes são os workloads de ${customer}. Escolha e depois registre.`,
  noClaims:
    'Ainda não há uma reivindicação na qual você possa registrar o arquivo. Peça ao seu líder que importe ou atribua uma, e depois envie o arquivo de novo.',
  noClaimsForLead:
    'Ainda não há uma reivindicação para registrar isto. Primeiro solte aqui o arquivo exportado do Partner Center e depois envie este de novo.',
  discarded: 'Descartado. Nada foi registrado.',
  filed: (files: string, workloads: string, claimId: string) =>
    `${files}: registro feito para ${workloads} na reivindicação ${claimId}. Último passo: carregue no Partner Center e depois toque em “Confirmado no Partner Center”.`,
  alreadyFiled: (name: string, workload: string, when: string) =>
    `${name} já tinha sido registrado para ${workload} em ${when}.`,
  alreadyFiledDraft: (claimId: string) => `Já registrado na reivindicação ${claimId}. Veja como ela está agora.`,
  kinds: {
    pdf: 'PDF',
    docx: 'Documento do Word',
    xlsx: 'Pasta de trabalho do Excel',
    pptx: 'Apresentação do PowerPoint',
    doc: 'Documento do Word',
    msg: 'Mensagem do Outlook',
    png: 'Imagem',
    jpg: 'Imagem',
    tiff: 'Imagem',
    txt: 'Texto sem formatação',
    csv: 'Arquivo CSV',
    html: 'Página da Web',
    eml: 'E-mail',
    rtf: 'Documento RTF',
    spreadsheet: 'Planilha',
  },
  dropHere: (claimId: string, customer: string) =>
    `Solte neste chat o documento da reivindicação ${claimId} (${customer}), ou cole uma imagem. Vou sugerir esta reivindicação para ele.`,
  orTicket: 'Ou adicione a um dos seus chamados:',
  how: 'Solte um ou vários documentos neste chat, ou cole uma imagem. Recebo PDF, Word, Excel, PowerPoint, mensagens do Outlook, imagens e texto sem formatação. Depois você escolhe a reivindicação.',
  help: 'Solte aqui um documento, ou cole uma imagem, para registrar como POE.',
  button: 'Enviar documento',
};

/** The sentences for what people can put right. */
export const poeProblems: typeof en.poeProblems = {
  'poe.gone': () => 'Este envio não está mais aberto. Envie o arquivo de novo.',
  'poe.why-too-long': ({ count, most }, locale) =>
    `O motivo tem ${countText(count, { one: 'caractere', many: 'de caracteres', other: 'caracteres' }, locale)}, e cabem até ${numberText(most, locale)}. Nada foi registrado: encurte o texto e toque de novo.`,
  'poe.nothing-to-file-for': () => poeTexts.noClaims,
  'poe.no-document': () =>
    'Não encontro este documento entre os seus. A reivindicação pode ter mudado de responsável depois que este cartão foi criado.',
  'poe.offer-gone': () => 'Esta oferta expirou. Para obter o documento, abra a reivindicação e toque em “Baixar”.',
  'poe.not-yours': () => 'Este envio é de outra pessoa, por isso nada foi registrado.',
};

/** The fixed words of its cards, by template. `{name}` stands for what the card is filled with. */
export const poeCardWords: typeof en.poeCardWords = {
  'file-poe-several': {
    fileAsPoe: 'Registrar como POE',
    open: 'Abrir',
    openHint: 'Ver {title} antes de registrar',
  },
  'file-poe': {
    fileAsPoe: 'Registrar como POE',
    claim: 'Reivindicação',
    chooseAClaim: 'Escolha uma reivindicação',
    orAnother: 'Ou outra reivindicação',
    claimTextHint: 'ID da reivindicação ou nome do cliente',
    workloadsItShows: 'Workloads que o documento mostra',
    whyAllTheSame: 'Por que registrar mesmo assim',
    whyHint: 'Por exemplo: a cópia assinada vem depois',
    discard: 'Descartar',
    discardHint: 'Não registrar',
  },
};
