/** A language that there is not: English, 40 % longer. What it breaks, a translation would break some day. */

/** Of a topic's title on a button: translations keep to it (decision 25), and so does this. */
const TITLE_SIGNS = 33;

/** As long as the longest language, and longer. Names and IDs of letters grow as well, but for one that is called so in each language. */
export function longerText(text: string): string {
  return text
    .split(/(Partner Center)/)
    .map((part, i) =>
      i % 2 === 1 ? part : part.replace(/\p{L}{2,}/gu, (word) => word + word.slice(-Math.ceil(word.length * 0.4))),
    )
    .join('');
}

/** The words of a card; what its buttons send stays. */
export function longerCard(node: unknown, name = ''): unknown {
  if (Array.isArray(node)) return node.map((item) => longerCard(item));
  if (typeof node === 'object' && node !== null) {
    const card = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, longerCard(value, key)]));
    return card.verb === 'topic' ? { ...card, title: String(card.title).slice(0, TITLE_SIGNS) } : card;
  }
  if (typeof node !== 'string' || !/^(?:text|title|label|placeholder)$/.test(name)) return node;
  return longerText(node);
}
