/** What may be a name. Names come from our own code; a bad one is a bug or an attempt at injection, and stops here. */
import { ProgrammingError } from '../../errors.ts';

const IDENTIFIER_PATH = /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/;

/** @throws ProgrammingError for a field name that an engine could take for something else */
export function checkName(name: string): void {
  if (name === '' || name === '__proto__' || name.startsWith('$') || name.includes('.') || name.includes('\0')) {
    throw new ProgrammingError(`"${name}" cannot be a field name`);
  }
}

/** A dotted path of a filter or an update. @throws ProgrammingError */
export function checkPath(path: string): void {
  for (const segment of path.split('.')) {
    checkName(segment);
    // MongoDB would take it for a position where an array lies on the way, and for a name otherwise.
    if (/^\d+$/.test(segment)) throw new ProgrammingError(`"${path}" holds an array position`);
  }
}

/** A path that is also part of an SQL text: indexes, sorts and groups. @throws ProgrammingError */
export function checkIdentifierPath(path: string): void {
  if (!IDENTIFIER_PATH.test(path) || path.split('.').includes('__proto__')) {
    throw new ProgrammingError(`"${path}" cannot be indexed, sorted or grouped by`);
  }
}

/** @throws ProgrammingError */
export function checkTenant(tenantId: string): void {
  if (typeof tenantId !== 'string' || tenantId === '') throw new ProgrammingError('a tenant id is a non-empty string');
}

/** `a.b` leads to `a.b.c`, and every path to itself. */
export function isPathPrefix(path: string, other: string): boolean {
  return other === path || other.startsWith(`${path}.`);
}
