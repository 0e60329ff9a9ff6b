/** Tells whether a document meets a condition, as MongoDB would; for the parts of a filter that no column answers. */
import { compareScalars, sameType } from '../compare.ts';
import { isObject, isScalar } from '../grammar/document.ts';
import type { Condition } from '../grammar/filter.ts';
import type { Scalar } from '../port.ts';

export function matchesCondition(doc: unknown, condition: Condition): boolean {
  switch (condition.op) {
    case 'all':
      return condition.of.every((part) => matchesCondition(doc, part));
    case '$or':
      return condition.of.some((part) => matchesCondition(doc, part));
    case '$exists':
      return condition.value === valuesAt(doc, condition.path.split('.')).length > 0;
    case '$ne':
    case '$nin':
      return !anyScalar(doc, condition.path, (value) => holds(value, condition));
    default:
      return anyScalar(doc, condition.path, (value) => holds(value, condition));
  }
}

type FieldCondition = Exclude<Condition, { op: 'all' | '$or' | '$exists' }>;

/** For `$ne` and `$nin`: whether the value is one of those named. */
function holds(value: Scalar, condition: FieldCondition): boolean {
  switch (condition.op) {
    case '$eq':
    case '$ne':
      return value === condition.value;
    case '$in':
    case '$nin':
      return condition.values.includes(value);
    case 'contains':
      return typeof value === 'string' && value.includes(condition.text);
    default:
      return sameType(value, condition.value) && inOrder(condition.op, compareScalars(value, condition.value));
  }
}

function inOrder(op: '$lt' | '$lte' | '$gt' | '$gte', order: number): boolean {
  switch (op) {
    case '$lt':
      return order < 0;
    case '$lte':
      return order <= 0;
    case '$gt':
      return order > 0;
    case '$gte':
      return order >= 0;
  }
}

function anyScalar(doc: unknown, path: string, test: (value: Scalar) => boolean): boolean {
  return valuesAt(doc, path.split('.'))
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .some((value) => isScalar(value) && test(value));
}

/** All values at a path; an array on the way stands for each of its objects. */
function valuesAt(value: unknown, names: readonly string[]): unknown[] {
  const [name, ...rest] = names;
  if (name === undefined) return [value];
  if (Array.isArray(value)) return value.filter(isObject).flatMap((element) => valuesAt(element, names));
  return isObject(value) && Object.hasOwn(value, name) ? valuesAt(value[name], rest) : [];
}
