/** Update operators on a document in memory, as MongoDB applies them. */
import { ProgrammingError } from '../../errors.ts';
import { isObject, type Json } from '../grammar/document.ts';
import type { CheckedUpdate, Push } from '../grammar/update.ts';
import { matchesCondition } from './match.ts';

type Fields = Record<string, Json>;

/** Changes `doc` in place. The values of the update become part of it: the grammar has copied them for this one use. @throws ProgrammingError where a field has another type than the operator works on */
export function applyUpdate(doc: object, update: CheckedUpdate): void {
  const fields = doc as Fields;
  for (const [path, value] of Object.entries(update.$set)) put(fields, path, () => value);
  for (const path of Object.keys(update.$unset)) unset(fields, path);
  for (const [path, by] of Object.entries(update.$inc)) put(fields, path, (old) => number(path, old) + by);
  for (const [path, values] of Object.entries(update.$push)) put(fields, path, (old) => push(array(path, old), values));
  for (const [path, value] of Object.entries(update.$addToSet)) {
    put(fields, path, (old) => (array(path, old).includes(value) ? array(path, old) : [...array(path, old), value]));
  }
  for (const [path, wanted] of Object.entries(update.$pull)) {
    if (has(fields, path)) put(fields, path, (old) => array(path, old).filter((element) => !isWanted(element, wanted)));
  }
}

/** A document from nothing but paths and values. */
export function fromPaths(values: Readonly<Record<string, Json>>): Fields {
  const doc: Fields = {};
  for (const [path, value] of Object.entries(values)) put(doc, path, () => value);
  return doc;
}

function put(doc: Fields, path: string, change: (old: Json | undefined) => Json): void {
  const names = path.split('.');
  const last = names.pop() ?? path;
  let at = doc;
  for (const name of names) {
    if (!Object.hasOwn(at, name)) at[name] = {};
    const next = at[name];
    if (!isObject(next)) throw new ProgrammingError(`${path}: ${name} holds no fields`);
    at = next as Fields;
  }
  at[last] = change(Object.hasOwn(at, last) ? at[last] : undefined);
}

function unset(doc: Fields, path: string): void {
  const parent = parentOf(doc, path);
  if (parent) delete parent[lastName(path)];
}

function has(doc: Fields, path: string): boolean {
  const parent = parentOf(doc, path);
  return parent !== undefined && Object.hasOwn(parent, lastName(path));
}

function parentOf(doc: Fields, path: string): Fields | undefined {
  let at: unknown = doc;
  for (const name of path.split('.').slice(0, -1)) {
    at = isObject(at) && Object.hasOwn(at, name) ? at[name] : undefined;
  }
  return isObject(at) ? (at as Fields) : undefined;
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

function number(path: string, old: Json | undefined): number {
  if (old === undefined) return 0;
  if (typeof old !== 'number') throw new ProgrammingError(`${path} is no number`);
  return old;
}

function array(path: string, old: Json | undefined): readonly Json[] {
  if (old === undefined) return [];
  if (!Array.isArray(old)) throw new ProgrammingError(`${path} is no array`);
  return old;
}

function push(old: readonly Json[], { $each, $slice }: Push): Json {
  const all = [...old, ...$each];
  return $slice === undefined ? all : all.slice($slice);
}

function isWanted(element: Json, wanted: CheckedUpdate['$pull'][string]): boolean {
  if (!isObject(wanted)) return element === wanted;
  const fields = Object.entries(wanted);
  return isObject(element) && fields.every(([path, value]) => matchesCondition(element, { op: '$eq', path, value }));
}
