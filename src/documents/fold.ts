/** How words are compared: without case, accents and signs. Pure. */

/** Letters of which Unicode makes no accent. */
const LETTERS: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ı: 'i', æ: 'ae', œ: 'oe' };

/** Lower case, without accents; `ß` is `ss`. Length is not kept. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßøłđıæœ]/g, (letter) => LETTERS[letter] ?? letter);
}

/** Another way to write umlauts. */
export function foldUmlauts(text: string): string {
  return fold(
    text.normalize('NFC').replace(/[äæ]/gi, 'ae').replace(/[öøœ]/gi, 'oe').replace(/ü/gi, 'ue').replace(/å/gi, 'aa'),
  );
}

/** Whether it ends as a sentence does, and not as “Inc.”, “S.A.” and “e. V.” do. */
export function endsSentence(text: string): boolean {
  return (
    /[.;!?]$/.test(text.trim()) &&
    !/(?<![\p{L}])(?:inc|ltd|ltda|lda|co|cia|corp|llc|bros|pty|\p{L}\.\s?\p{L})\.$/iu.test(text.trim())
  );
}

/** One of these words or phrases, folded, as whole words. */
export function anyOf(words: readonly string[]): RegExp {
  const parts = words.map((word) =>
    fold(word)
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replace(/\s+/g, '\\s+'),
  );
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${parts.join('|')})(?![\\p{L}\\p{N}])`, 'u');
}

/** A text without the month that is a verb, too: “in May 2020”. */
export function withoutMay(text: string): string {
  return text.replace(/(?<!\p{L})May(?=,?\s\d)|(?<=\d\s(?:of\s)?)May(?!\p{L})/gu, ' ');
}
