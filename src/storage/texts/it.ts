/** What is said where the vault does not have a file, in Italian. */
import type * as en from './en.ts';

export const storageProblems: typeof en.storageProblems = {
  'vault.no-such-file': () => 'Quel file non è più qui.',
};
