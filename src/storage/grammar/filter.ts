/** Filters: checked and turned into a small tree that both engines read. */
import { ProgrammingError } from '../../errors.ts';
import type { CollectionSpec, Scalar, Sort } from '../port.ts';
import { checkTime, cleanScalar, isObject, isScalar } from './document.ts';
import { checkIdentifierPath, checkPath } from './names.ts';

export type Condition =
  /** `all` has no word in a filter: it is several fields side by side, or several operators at one. */
  | { readonly op: 'all' | '$or'; readonly of: readonly Condition[] }
  | {
      readonly op: '$eq' | '$ne' | '$lt' | '$lte' | '$gt' | '$gte';
      readonly path: string;
      readonly value: Scalar;
    }
  | { readonly op: '$in' | '$nin'; readonly path: string; readonly values: readonly Scalar[] }
  | { readonly op: '$exists'; readonly path: string; readonly value: boolean }
  | { readonly op: 'contains'; readonly path: string; readonly text: string };

/** Sort keys in order; the last one is `_id` unless there is none at all. */
export type SortKeys = readonly (readonly [path: string, direction: 1 | -1])[];

/** @throws ProgrammingError */
export function parseFilter(spec: CollectionSpec, filter: unknown): Condition {
  if (!isObject(filter)) throw new ProgrammingError('a filter is an object');
  const of = Object.entries(filter).flatMap(([key, value]): Condition[] => {
    if (key === '$or') return [parseOr(spec, value)];
    if (key === 'contains') return [parseContains(spec, value)];
    return parseField(spec, key, value);
  });
  return of.length === 1 && of[0] ? of[0] : { op: 'all', of };
}

function parseOr(spec: CollectionSpec, value: unknown): Condition {
  if (!Array.isArray(value) || value.length === 0) throw new ProgrammingError('$or takes a non-empty array');
  return { op: '$or', of: value.map((part) => parseFilter(spec, part)) };
}

function parseContains(spec: CollectionSpec, value: unknown): Condition {
  if (spec.searchField === undefined) throw new ProgrammingError(`${spec.name} declares no search field`);
  if (typeof value !== 'string') throw new ProgrammingError('contains takes a string');
  return { op: 'contains', path: spec.searchField, text: value.toWellFormed() };
}

function parseField(spec: CollectionSpec, path: string, value: unknown): Condition[] {
  checkPath(path);
  if (path === 'tenantId') throw new ProgrammingError('the tenant is no part of a filter');
  if (isScalar(value)) return [parseComparison(spec, path, '$eq', value)];
  if (!isObject(value) || Object.keys(value).length === 0) {
    throw new ProgrammingError(`${path}: expected a scalar or an object of operators`);
  }
  return Object.entries(value).map(([op, operand]) => parseComparison(spec, path, op, operand));
}

function parseComparison(spec: CollectionSpec, path: string, op: string, operand: unknown): Condition {
  const scalar = (value: unknown): Scalar => {
    if (path === spec.expiresField) checkTime(value, path);
    return cleanScalar(value, path);
  };
  switch (op) {
    case '$eq':
    case '$ne':
    case '$lt':
    case '$lte':
    case '$gt':
    case '$gte':
      return { op, path, value: scalar(operand) };
    case '$in':
    case '$nin':
      if (!Array.isArray(operand)) throw new ProgrammingError(`${op} takes an array`);
      return { op, path, values: operand.map(scalar) };
    case '$exists':
      if (typeof operand !== 'boolean') throw new ProgrammingError('$exists takes true or false');
      return { op, path, value: operand };
    default:
      throw new ProgrammingError(`"${op}" is not an operator of filters`);
  }
}

/**
 * The equalities of a flat filter, from which an upsert makes the document.
 * @throws ProgrammingError for a filter that says too little or too much to make one
 */
export function equalitiesOf(filter: Condition): Record<string, Scalar> {
  const parts = filter.op === 'all' ? filter.of : [filter];
  const equalities: Record<string, Scalar> = {};
  for (const part of parts) {
    if (part.op === 'all' || part.op === '$or' || part.op === '$in' || part.op === 'contains') {
      throw new ProgrammingError(`an upsert's filter cannot hold ${part.op}`);
    }
    if (part.op === '$eq') equalities[part.path] = part.value;
  }
  return equalities;
}

/** @throws ProgrammingError */
export function parseSort(sort: Sort | undefined): SortKeys {
  const keys = Object.entries(sort ?? {});
  for (const [path, direction] of keys) {
    checkIdentifierPath(path);
    if (direction !== 1 && direction !== -1) throw new ProgrammingError('a sort direction is 1 or -1');
  }
  const last = keys.at(-1);
  // The tie-break follows the last key, so that an index serves a descending sort read backwards.
  return last === undefined || '_id' in (sort ?? {}) ? keys : [...keys, ['_id', last[1]]];
}
