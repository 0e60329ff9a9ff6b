/** Collection declarations: checked once, and what follows from them for both engines. */
import { ProgrammingError } from '../../errors.ts';
import type { CollectionSpec, IndexSpec } from '../port.ts';
import { checkIdentifierPath } from './names.ts';

/** An index as an engine makes it: `tenantId` first, a name that follows from what it is. */
export interface Index {
  readonly name: string;
  readonly fields: readonly string[];
  readonly unique: boolean;
  /** Of its first field, about. */
  readonly values: number;
}

const VALUES = 100;

/** A collection may be asked for more than once, always with one declaration. @throws ProgrammingError */
export function rememberSpec(specs: Map<string, CollectionSpec>, spec: CollectionSpec): void {
  const known = specs.get(spec.name);
  if (known === undefined) checkSpec(spec);
  else if (JSON.stringify(known) !== JSON.stringify(spec)) throw new ProgrammingError(`${spec.name} is declared twice`);
  specs.set(spec.name, spec);
}

function checkSpec(spec: CollectionSpec): void {
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(spec.name) || spec.name.startsWith('sqlite_')) {
    throw new ProgrammingError(`"${spec.name}" cannot be a collection's name`);
  }
  const paths = indexedPaths(spec);
  paths.forEach(checkIdentifierPath);
  // Column names do not tell case apart.
  if (new Set(paths.map((path) => path.toLowerCase())).size < paths.length || paths.includes('tenantId')) {
    throw new ProgrammingError(`the indexed fields of ${spec.name} cannot be told apart`);
  }
  if (paths.includes('_id')) throw new ProgrammingError('_id has an index of its own');
  if (spec.expiresField?.includes('.')) throw new ProgrammingError('the expiry is a field of the document itself');
  if (spec.expiresField !== undefined && spec.expiresField === spec.searchField) {
    throw new ProgrammingError('the expiry cannot be searched');
  }
}

const PATHS = new WeakMap<CollectionSpec, readonly string[]>();

/** All paths by which documents are looked up fast; they hold scalars. Asked for with every write, so worked out once. */
export function indexedPaths(spec: CollectionSpec): readonly string[] {
  const known = PATHS.get(spec);
  if (known !== undefined) return known;
  const fields = (spec.indexes ?? []).flatMap((index) => index.fields);
  const counted = keptFieldsOf(spec).flatMap((counts) => counts.map(presencePath));
  const all = [...fields, ...counted, spec.searchField, spec.expiresField].filter((path) => path !== undefined);
  const paths = [...new Set(all)];
  PATHS.set(spec, paths);
  return paths;
}

/**
 * The indexes to make. One that is not unique ends with `_id`, so that it serves a whole sort; unique ones hold only some
 * of the documents (those with all the fields), so that there is always one of the other kind to find a tenant's documents by.
 */
export function indexesOf(spec: CollectionSpec): Index[] {
  const declared: readonly IndexSpec[] = spec.indexes ?? [];
  const all = declared.some((index) => index.unique !== true) ? declared : [...declared, { fields: [] }];
  return all.map(({ fields, unique = false, values = VALUES }) => ({
    name: `${unique ? 'unique' : 'by'}:${spec.name}:${fields.join(',')}`,
    fields: ['tenantId', ...fields, ...(unique ? [] : ['_id'])],
    unique,
    values,
  }));
}

/** Fields by which documents are counted. */
export type KeptFields = readonly string[];

const PRESENCE = '?';

export function keptFieldsOf(spec: CollectionSpec): readonly KeptFields[] {
  return spec.counts ?? [];
}

/** Of a field by which documents are counted: whether it counts only if there is something. */
export function isPresence(field: string): boolean {
  return field.endsWith(PRESENCE);
}

/** Its path. */
export function presencePath(field: string): string {
  return isPresence(field) ? field.slice(0, -PRESENCE.length) : field;
}

/** The indexes that count where an engine keeps no counts. */
export function countIndexesOf(spec: CollectionSpec): Index[] {
  return keptFieldsOf(spec).map((fields) => ({
    name: `count:${spec.name}:${fields.join(',')}`,
    fields: ['tenantId', ...new Set(fields.map(presencePath))],
    unique: false,
    values: VALUES,
  }));
}
