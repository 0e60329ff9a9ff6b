/** Documents and the values in them. */
import { ProgrammingError } from '../../errors.ts';
import type { CollectionSpec, Doc, Scalar } from '../port.ts';
import { checkName, isPathPrefix } from './names.ts';
import { indexedPaths } from './spec.ts';

export type Json = Scalar | readonly Json[] | { readonly [name: string]: Json };

/** A document as the engines keep it. */
export interface StoredDoc extends Doc {
  tenantId: string;
  [name: string]: Json;
}

/** MongoDB stops at 100 levels of documents in documents; paths of updates need some of them. */
const MAX_DEPTH = 64;

export function isScalar(value: unknown): value is Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A string is made well-formed: both engines keep UTF-8, which has no halves of surrogate pairs. @throws ProgrammingError */
export function cleanScalar(value: unknown, path: string): Scalar {
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value === 'boolean') return value;
  // Adding 0 turns -0, which JSON does not know, into 0.
  if (typeof value === 'number' && Number.isFinite(value)) return value + 0;
  throw new ProgrammingError(`${path}: expected a string, a finite number or a boolean, got ${describe(value)}`);
}

/** A deep copy without `undefined`. @throws ProgrammingError for what is not JSON, and for null */
export function cleanValue(value: unknown, path: string, depth = 0): Json {
  if (depth > MAX_DEPTH) throw new ProgrammingError(`${path}: nested too deeply`);
  if (Array.isArray(value)) return value.map((element) => cleanValue(element, path, depth + 1));
  if (!isPlainObject(value)) return cleanScalar(value, path);
  const clean: Record<string, Json> = {};
  for (const [name, member] of Object.entries(value)) {
    checkName(name);
    if (member !== undefined) clean[name] = cleanValue(member, `${path}.${name}`, depth + 1);
  }
  return clean;
}

/** @throws ProgrammingError */
export function cleanDocument(spec: CollectionSpec, tenantId: string, doc: object): StoredDoc {
  const clean = cleanValue(doc, spec.name) as Record<string, Json>;
  checkId(clean._id);
  checkOwnTenant(tenantId, clean.tenantId);
  checkIndexed(spec, '', clean);
  return { ...clean, _id: clean._id, tenantId };
}

/** @throws ProgrammingError */
export function checkId(id: unknown): asserts id is string {
  if (typeof id !== 'string' || id === '') throw new ProgrammingError('_id is a non-empty string');
}

/** @throws ProgrammingError when a document or an update names another tenant than the one it is for */
export function checkOwnTenant(tenantId: string, named: unknown): void {
  if (named !== undefined && named !== tenantId) throw new ProgrammingError('a document names another tenant');
}

/** What a value put at `path` ('' for the whole document) means for the indexed fields. @throws ProgrammingError */
export function checkIndexed(spec: CollectionSpec, path: string, value: Json): void {
  for (const indexed of indexedPaths(spec)) {
    if (path !== '' && isPathPrefix(indexed, path) && indexed !== path) throw notScalar(indexed);
    if (path !== '' && !isPathPrefix(path, indexed)) continue;
    const rest = path === '' ? indexed : indexed.slice(path.length + 1);
    const found = rest === '' ? value : fieldAt(value, rest, indexed);
    if (found !== undefined) checkIndexedScalar(spec, indexed, found);
  }
}

function checkIndexedScalar(spec: CollectionSpec, path: string, value: Json): void {
  if (!isScalar(value)) throw notScalar(path);
  if (path === spec.searchField && typeof value !== 'string') throw new ProgrammingError(`${path} holds a string`);
  if (path === spec.expiresField) checkTime(value, path);
}

/** @throws ProgrammingError for anything but what `Date#toISOString` gives for a year of four digits */
export function checkTime(value: unknown, path: string): void {
  const time = typeof value === 'string' && value.length === 24 ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(time) || new Date(time).toISOString() !== value) {
    throw new ProgrammingError(`${path} holds an ISO time in UTC with milliseconds`);
  }
}

/** What lies at an indexed path. @throws ProgrammingError where an array is on the way */
export function fieldAt(value: unknown, path: string, indexed = path): Json | undefined {
  let at = value;
  for (const name of path.split('.')) {
    if (Array.isArray(at)) throw notScalar(indexed);
    if (!isObject(at) || !Object.hasOwn(at, name)) return undefined;
    at = at[name];
  }
  return at as Json;
}

function notScalar(path: string): ProgrammingError {
  return new ProgrammingError(`${path} is indexed, so it holds a scalar and lies in no array`);
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (!isObject(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function describe(value: unknown): string {
  if (value === null) return 'null';
  return typeof value === 'object' ? (value.constructor?.name ?? 'an object') : typeof value;
}
