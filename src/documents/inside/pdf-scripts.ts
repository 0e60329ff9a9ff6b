/** Scripts in a PDF (Adobe's JavaScript for Acrobat) that do no more than what reports and forms need. Pure. */

/**
 * What reaches out of the document: to addresses, mail, files, menus and other documents, or makes code of texts. An ASCII letter is written
 * by its number only to hide it.
 */
const REACHES_OUT = new RegExp(
  [
    String.raw`\b(?:eval|unescape|fromCharCode|setTimeOut|setInterval|launchURL|getURL|submitForm|mail(?:Doc|Form|Msg|GetAddrs)|openDoc|newDoc)\b`,
    String.raw`\b(?:(?:export|import|open|create|get|set)DataObject\w*|exportAs\w+|import(?:AnFDF|TextData|Icon|Sound)|(?:im|ex)portXFAData|saveAs)\b`,
    String.raw`\b(?:execMenuItem|trusted\w*Function|beginPriv|browseForDoc|readFileIntoStream|newPlayer|customDictionaryOpen|ADBC|Collab)\b`,
    String.raw`\b(?:Net\s*\.\s*HTTP|SOAP\s*\.|app\s*\.\s*media|Function\s*\()`,
    String.raw`\b(?:this|app|doc|global|util|event|target)\s*\[`,
    String.raw`\\x[\da-f]{2}|\\u00[0-7][\da-f]|%u[\da-f]{4}`,
  ].join('|'),
  'i',
);
/** Two texts that are put together. */
const SEAM = /(["'])\s*\+\s*\1/g;
/** What Adobe's own designer of forms writes into each: it looks for the version of the reader, and offers a newer one. */
const OFFERS_READER =
  /(?:this\.getURL|app\.launchURL)\(ADBE\.\w+_Value_New_Version_URL \+ ADBE\.SYSINFO, (?:true|false)\)/g;
const OTHER_READER = /New_Version_URL\s*=(?!\s*"http:\/\/cgi\.adobe\.com\/special\/acrobat\/update")/;

/** Whether a script does more than look after the document that it is in. */
export function reachesOut(script: string): boolean {
  const whole = script.replace(SEAM, '');
  return REACHES_OUT.test(whole.replace(OFFERS_READER, '')) || OTHER_READER.test(whole);
}

/** Opens the print dialog, or says how the document is shown. */
const SHOWS =
  /^(?:this\.)?(?:print\((?:\{[\w\s:,.'"]*\}|[\w\s,]*)\)|(?:zoom|zoomType|pageNum|layout)=(?:\d+(?:\.\d+)?|zoomtype\.\w+|["']\w+["']))$/;

/** Whether a script that runs when a document is opened only prints or shows it, as reports do. */
export function onlyShows(script: string): boolean {
  return script.split(/[;\r\n]+/).every((statement) => {
    const tight = statement.replace(/\s+/g, '');
    return tight === '' || SHOWS.test(tight);
  });
}

const STRING_OR_COMMENT =
  /"(?:\\.|[^"\\\r\n])*"|'(?:\\.|[^'\\\r\n])*'|\/\*[\s\S]*?(?:\*\/|$)|\/\/[^\r\n\u2028\u2029]*/g;
/** What may stand between declarations, and these; of a function its head. */
const BETWEEN = /[\s;]*/y;
const FUNCTION = /function\s+\w+\s*\([\w\s,]*\)\s*\{/y;
const VARIABLE =
  /var\s+\w+\s*(?:=\s*(?:-?[\d.]+|""|true|false|null|\[\s*\]|\{\s*\}|new\s+(?:Array|Object)\s*\(\s*\))\s*)?(?:;|$)/y;

/** Whether a script only declares functions and variables, which the fields of a form use: by itself it does nothing. */
export function onlyDeclares(script: string): boolean {
  const code = script.replace(STRING_OR_COMMENT, (found) => (found.startsWith('/') ? ' ' : '""'));
  // A regular expression may hold quotation marks, and a comment of HTML anything: which of it is code is not known then.
  if (/[/`\\]|<!--|-->/.test(code)) return false;
  const behind = (pattern: RegExp, at: number): number => {
    pattern.lastIndex = at;
    return pattern.test(code) ? pattern.lastIndex : -1;
  };
  for (let at = behind(BETWEEN, 0); at < code.length; at = behind(BETWEEN, at)) {
    const variable = behind(VARIABLE, at);
    const head = behind(FUNCTION, at);
    at = variable === -1 && head !== -1 ? endOfBlock(code, head) : variable;
    if (at === -1) return false;
  }
  return true;
}

/** Behind the brace that closes a block, whose own has been read; -1 where it is open. */
function endOfBlock(code: string, from: number): number {
  let open = 1;
  for (let at = from; at < code.length; at++) {
    if (code[at] === '{') open += 1;
    if (code[at] === '}') open -= 1;
    if (open === 0) return at + 1;
  }
  return -1;
}
