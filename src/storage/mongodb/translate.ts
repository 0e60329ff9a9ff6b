/** The grammar's trees as MongoDB's own language. Only the expiry changes its type: TTL indexes need a date. */
import type { Document } from 'mongodb';
import type { StoredDoc } from '../grammar/document.ts';
import type { Condition } from '../grammar/filter.ts';
import type { CheckedUpdate } from '../grammar/update.ts';

type ExpiresField = string | undefined;

export function toFilter(condition: Condition, expiresField: ExpiresField): Document {
  switch (condition.op) {
    case 'all':
    case '$or':
      return condition.of.length === 0
        ? {}
        : { [condition.op === 'all' ? '$and' : '$or']: condition.of.map((part) => toFilter(part, expiresField)) };
    case 'contains':
      return { [condition.path]: { $regex: escaped(condition.text) } };
    case '$in':
    case '$nin':
      return {
        [condition.path]: {
          [condition.op]: condition.values.map((value) => toTime(condition.path, value, expiresField)),
        },
      };
    default:
      return { [condition.path]: { [condition.op]: toTime(condition.path, condition.value, expiresField) } };
  }
}

/** Operators without fields are left out: MongoDB before 5.0 refuses them. */
export function toUpdate(update: CheckedUpdate, expiresField: ExpiresField): Document {
  const times = (fields: Record<string, unknown>) => withTime(fields, expiresField, toDate);
  const parts = { ...update, $set: times(update.$set), $setOnInsert: times(update.$setOnInsert) };
  return Object.fromEntries(Object.entries(parts).filter(([, fields]) => Object.keys(fields).length > 0));
}

export function toStored(doc: StoredDoc, expiresField: ExpiresField): Document {
  return withTime(doc, expiresField, toDate);
}

export function fromStored(doc: Document, expiresField: ExpiresField): StoredDoc {
  return withTime(doc, expiresField, (value) => (value instanceof Date ? value.toISOString() : value)) as StoredDoc;
}

function withTime(doc: Document, field: ExpiresField, change: (value: unknown) => unknown): Document {
  return field !== undefined && field in doc ? { ...doc, [field]: change(doc[field]) } : doc;
}

function toTime(path: string, value: unknown, expiresField: ExpiresField): unknown {
  return path === expiresField ? toDate(value) : value;
}

function toDate(value: unknown): unknown {
  return typeof value === 'string' ? new Date(value) : value;
}

/** The text as a regular expression that finds just it. A pattern cannot hold a NUL itself. */
function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&').replaceAll('\0', '\\x00');
}
