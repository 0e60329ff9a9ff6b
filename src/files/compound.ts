import { UserError } from '../errors.ts';
import type { Bytes } from './bytes.ts';
import { isEncryptedOffice, readCompoundDirectory } from './compound-directory.ts';
import type { FileKind } from './kinds.ts';

type CompoundKind = Extract<FileKind, 'doc' | 'msg'>;

/** VBA projects in Word and Excel files, also inside of embedded objects ([MS-OVBA] 2.2.1). */
const MACRO_NAMES = new Set(['macros', '_vba_project', '_vba_project_cur', 'vba']);

/** @param name in lower case */
export function isMacroStorage(name: string): boolean {
  return MACRO_NAMES.has(name);
}

/** Which Office document a compound file is. @throws UserError when it is damaged, protected, contains macros, or is any other */
export async function compoundKind(file: Bytes): Promise<CompoundKind> {
  const entries = await readCompoundDirectory(file).catch((cause: unknown) => {
    throw new UserError('file.damaged', undefined, { cause });
  });
  const has = (name: string) => entries.some(({ path }) => path === name);
  if (isEncryptedOffice(entries)) throw new UserError('file.protected');
  if (entries.some(({ name }) => isMacroStorage(name))) throw new UserError('file.macros');
  if (has('workbook') || has('book')) throw new UserError('file.convertible', { kind: 'xls' });
  if (has('powerpoint document')) throw new UserError('file.convertible', { kind: 'ppt' });
  if (has('worddocument')) return 'doc';
  if (has('__properties_version1.0') && has('__nameid_version1.0')) return 'msg';
  throw new UserError('file.unknown');
}
