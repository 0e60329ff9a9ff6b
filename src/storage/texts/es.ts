/** What is said where the vault does not have a file, in Spanish. */
import type * as en from './en.ts';

export const storageProblems: typeof en.storageProblems = {
  'vault.no-such-file': () => 'Ese archivo ya no está aquí.',
};
