/** Several things in a sentence. */

/** In the language of the bot's words, whatever the reader's numbers look like. */
const LIST = new Intl.ListFormat('en', { type: 'conjunction' });

/** "Exchange Online, Teams, and Intune" */
export function listText(items: readonly string[]): string {
  return LIST.format(items);
}
