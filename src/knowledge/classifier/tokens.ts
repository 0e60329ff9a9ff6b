/** Text to words. Pure; takes as many steps as the text has characters. */

/** A letter followed by a dot, twice or more: "p.o.e.", "C.P.O.R" */
const DOTTED = /(?<![\p{L}\p{N}])(?:\p{L}\.){2,}\p{L}?(?![\p{L}\p{N}])/gu;
const APOSTROPHES = /['’‘`´]/gu;
/** "p.o.e." → poe */
export function undotted(text: string): string {
  return text.replace(DOTTED, (letters) => letters.replaceAll('.', ''));
}

/** Of HTML; anything else in angle brackets is a word that somebody set apart. */
const TAG =
  /<!--|-->|<\/?(?:a|abbr|at|b|blockquote|body|br|button|code|div|em|font|form|h[1-6]|head|hr|html|i|iframe|img|input|li|link|meta|ol|p|pre|s|script|span|strong|style|sub|sup|svg|table|t[dhr]|tbody|thead|u|ul)(?:[\s/][^<>]{0,300})?>/giu;
/** Marks that belong to a letter (é in two characters, Devanagari vowels) stay with it. */
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
const DATE_DOT = /(?<=\d)\.(?=\d)/gu;

/** The words as they are written, tags and apostrophes left out: `What's a "p.o.e."?` → Whats, a, poe */
export function writtenWords(text: string): string[] {
  const plain = undotted(text.normalize('NFKC').replace(TAG, ' ').replace(APOSTROPHES, '')).replace(DATE_DOT, ' ');
  return joinLetters(plain.match(WORD) ?? []);
}

/** The same in lower case. */
export function rawWords(text: string): string[] {
  return writtenWords(text).map((word) => word.toLowerCase());
}

/** Letters that stand alone, three or more in a row, are one word spelled out: "c p o r" */
function joinLetters(words: readonly string[]): string[] {
  const joined: string[] = [];
  let run: string[] = [];
  const flush = (): void => {
    if (run.length >= 3) joined.push(run.join(''));
    else joined.push(...run);
    run = [];
  };
  for (const word of words) {
    if (/^\p{L}$/u.test(word)) run.push(word);
    else {
      flush();
      joined.push(word);
    }
  }
  flush();
  return joined;
}
