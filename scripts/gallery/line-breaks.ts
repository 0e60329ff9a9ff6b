/** How a browser broke the lines of a page, held to the rules of Japanese (JIS X 4051), and of French, which has a space before such signs. */

/** What no line begins with. */
const NO_START = ':;?!%»”)、。，．・：；？！ゝゞ々〻‐–〜」』）］｝〕〉》】';

/** What no line begins with where the rules are strict. On cards they are their host's. */
const NO_STRICT_START = 'ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ';

/** What no line ends with. */
const NO_END = '«„(「『（［｛〔〈《【';

/**
 * Evaluates in a page to its lines that begin or end as none may, each after the name of the part that it stands in.
 * @param parts a selector
 */
export function wrongBreaks(parts: string, isStrict = false): string {
  const noStart = NO_START + (isStrict ? NO_STRICT_START : '');
  return `
(() => {
  const found = [];
  const range = document.createRange();
  /** By the sign: a line has a top of its own. */
  function look(name, texts) {
    let before;
    for (const text of texts)
      for (let at = 0; at < text.length; at++) {
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        const sign = text.data[at];
        const box = range.getClientRects()[0];
        if (box === undefined || box.width === 0 || /\\s/.test(sign)) continue;
        const isNext = before !== undefined && box.top >= before.box.bottom - 2;
        if (isNext && (${JSON.stringify(noStart)}.includes(sign) || ${JSON.stringify(NO_END)}.includes(before.sign)))
          found.push(name + ': ' + before.near + ' | ' + text.data.slice(at, at + 8));
        before = { sign, box, near: text.data.slice(Math.max(0, at - 7), at + 1) };
      }
  }
  for (const part of document.querySelectorAll(${JSON.stringify(parts)})) {
    const blocks = new Map();
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
      let block = text.parentElement;
      while (block !== part && getComputedStyle(block).display === 'inline') block = block.parentElement;
      blocks.set(block, [...(blocks.get(block) ?? []), text]);
    }
    for (const [block, texts] of blocks) if (block.checkVisibility()) look(part.id, texts);
  }
  return found;
})()
`;
}
