/** What is said where the vault does not have a file, in Brazilian Portuguese. */
import type * as en from './en.ts';

export const storageProblems: typeof en.storageProblems = {
  'vault.no-such-file': () => 'Esse arquivo não está mais aqui.',
};
