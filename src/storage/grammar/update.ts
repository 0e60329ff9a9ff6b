/** Updates: checked, copied, every operator there, the short forms written out. */
import { ProgrammingError } from '../../errors.ts';
import type { CollectionSpec, Scalar } from '../port.ts';
import { checkId, checkIndexed, checkOwnTenant, cleanScalar, cleanValue, isObject, type Json } from './document.ts';
import { checkName, checkPath, isPathPrefix } from './names.ts';
import { indexedPaths } from './spec.ts';

export interface Push {
  readonly $each: readonly Json[];
  readonly $slice?: number;
}

export interface CheckedUpdate {
  readonly $set: Record<string, Json>;
  readonly $unset: Record<string, true>;
  readonly $inc: Record<string, number>;
  readonly $push: Record<string, Push>;
  readonly $pull: Record<string, Scalar | Record<string, Scalar>>;
  readonly $addToSet: Record<string, Scalar>;
  readonly $setOnInsert: Record<string, Json>;
}

const OPERATORS = ['$set', '$unset', '$inc', '$push', '$pull', '$addToSet', '$setOnInsert'] as const;

/** @throws ProgrammingError */
export function parseUpdate(spec: CollectionSpec, tenantId: string, update: unknown): CheckedUpdate {
  if (!isObject(update)) throw new ProgrammingError('an update is an object of operators');
  const unknown = Object.keys(update).find((key) => !OPERATORS.some((operator) => operator === key));
  if (unknown !== undefined) throw new ProgrammingError(`"${unknown}" is not an operator of updates`);
  const part = <T>(operator: (typeof OPERATORS)[number], clean: (value: unknown, path: string) => T) =>
    parsePart(spec, tenantId, operator, update[operator], clean);
  const checked: CheckedUpdate = {
    $set: part('$set', cleanValue),
    $unset: part('$unset', () => true as const),
    $inc: part('$inc', cleanNumber),
    $push: part('$push', cleanPush),
    $pull: part('$pull', cleanPull),
    $addToSet: part('$addToSet', cleanScalar),
    $setOnInsert: part('$setOnInsert', cleanValue),
  };
  // MongoDB takes no update without operators; this one changes nothing.
  if (Object.values(checked).every((fields) => Object.keys(fields).length === 0)) checked.$set.tenantId = tenantId;
  checkConflicts(Object.values(checked).flatMap((fields) => Object.keys(fields)));
  checkIndexedFields(spec, checked);
  return checked;
}

/**
 * The `_id` of the document that an upsert makes, which stands in the filter or in `$setOnInsert`.
 * @throws ProgrammingError when it is in neither or differs
 */
export function upsertId(equalities: Readonly<Record<string, Scalar>>, update: CheckedUpdate): string {
  const id = equalities._id ?? update.$setOnInsert._id;
  checkId(id);
  if ((update.$setOnInsert._id ?? id) !== id) throw new ProgrammingError('an upsert names two _ids');
  return id;
}

function parsePart<T>(
  spec: CollectionSpec,
  tenantId: string,
  operator: string,
  fields: unknown,
  clean: (value: unknown, path: string) => T,
): Record<string, T> {
  if (fields === undefined) return {};
  if (!isObject(fields)) throw new ProgrammingError(`${operator} takes an object`);
  const parsed: Record<string, T> = {};
  for (const [path, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    checkPath(path);
    if (path === 'tenantId' && operator.startsWith('$set')) {
      checkOwnTenant(tenantId, value);
    } else {
      const fixed = isPathPrefix('tenantId', path) || isPathPrefix('_id', path);
      if (fixed && !(path === '_id' && operator === '$setOnInsert')) {
        throw new ProgrammingError(`${operator} cannot change ${path} of ${spec.name}`);
      }
      parsed[path] = clean(value, path);
    }
  }
  return parsed;
}

function cleanNumber(value: unknown, path: string): number {
  const number = cleanScalar(value, path);
  if (typeof number !== 'number') throw new ProgrammingError(`${path}: $inc takes a number`);
  return number;
}

function cleanPush(value: unknown, path: string): Push {
  if (!isObject(value) || !('$each' in value)) return { $each: [cleanValue(value, path)] };
  const { $each, $slice, ...others } = value;
  const slice = $slice ?? -1;
  if (!Array.isArray($each) || !Number.isInteger(slice) || Number(slice) >= 0 || Object.keys(others).length > 0) {
    throw new ProgrammingError(`${path}: $push takes a value, or $each with an array and a negative $slice`);
  }
  const each = $each.map((element) => cleanValue(element, path));
  return $slice === undefined ? { $each: each } : { $each: each, $slice: Number(slice) };
}

function cleanPull(value: unknown, path: string): Scalar | Record<string, Scalar> {
  if (!isObject(value)) return cleanScalar(value, path);
  const fields = Object.entries(value).map(([name, wanted]): [string, Scalar] => {
    checkName(name);
    return [name, cleanScalar(wanted, path)];
  });
  if (fields.length === 0) throw new ProgrammingError(`${path}: $pull takes a scalar or a flat object of scalars`);
  return Object.fromEntries(fields);
}

/** Two operators on one path, or on a path and one inside it. */
function checkConflicts(paths: readonly string[]): void {
  const sorted = paths.toSorted();
  for (const [index, path] of sorted.entries()) {
    const parents = path.split('.').map((_, end, names) => names.slice(0, end).join('.'));
    if (sorted[index - 1] === path || parents.some((parent) => parent !== '' && paths.includes(parent))) {
      throw new ProgrammingError(`an update touches ${path} twice`);
    }
  }
}

function checkIndexedFields(spec: CollectionSpec, update: CheckedUpdate): void {
  for (const part of [update.$set, update.$setOnInsert, update.$inc]) {
    for (const [path, value] of Object.entries(part)) checkIndexed(spec, path, value);
  }
  for (const path of [update.$push, update.$pull, update.$addToSet].flatMap((part) => Object.keys(part))) {
    if (indexedPaths(spec).some((indexed) => isPathPrefix(path, indexed) || isPathPrefix(indexed, path))) {
      throw new ProgrammingError(`${path} is indexed, so it holds no array`);
    }
  }
}
