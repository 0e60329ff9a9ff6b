/**
 * Takes a person out of documents that stay without them: who filed a document, opened a ticket or owned a claim is the organisation's
 * record, the name in it is the person's. Pure.
 */
import { isDeepStrictEqual } from 'node:util';
import { ProgrammingError } from '../errors.ts';
import type { GuardedUpdate } from './change-once.ts';
import type { Doc, Scalar } from './port.ts';

/** Somebody who is to be forgotten, and all that documents may call them. */
export interface ForgottenPerson {
  readonly userId: string;
  /** As known here; empty where nothing is known any more. */
  readonly name: string;
  /** UPN and e-mail, lower case, as far as they are nobody else's. */
  readonly addresses: readonly string[];
  /** Under which claims are theirs. */
  readonly ownerKeys: readonly string[];
}

/** Who stands in their place. */
export interface StandIn {
  readonly userId: string;
  readonly name: string;
}

/**
 * What to write so that nobody finds the person in this document; undefined where they are not in it. It may take several writes: each leaves less
 * of them.
 */
export type Forget = (doc: Doc, person: ForgottenPerson, standIn: StandIn) => GuardedUpdate | undefined;

/** For documents of which nothing is derived. One that counts its changes counts this one: what was decided on it as it was is decided again. */
export const forgetIn: Forget = (doc, person, standIn) => updateBetween(doc, withoutPerson(doc, person, standIn));

/** The same for documents that count no changes, but whose lists change with this field alone. */
export function forgetWhile(field: string): Forget {
  return (doc, person, standIn) => updateBetween(doc, withoutPerson(doc, person, standIn), [field]);
}

/**
 * The same value without the person: the same objects where they do not stand. Their id is the stand-in's, also as a part of a key, and so is the name
 * beside it, whatever it is; their addresses are the stand-in's name. An owner that they were is none. Names elsewhere may be anybody's, or
 * anything: they are left to whoever knows the field.
 */
export function withoutPerson<T>(value: T, person: ForgottenPerson, standIn: StandIn): T {
  const visit = (node: unknown): unknown => {
    if (typeof node === 'string') return textWithout(node, person, standIn);
    if (Array.isArray(node)) return same(node, node.map(visit));
    if (typeof node !== 'object' || node === null) return node;
    const { userId } = node as { readonly userId?: unknown };
    const left = Object.entries(node).filter(([, field]) => !isOwner(field, person.ownerKeys));
    const isTheirs = (name: string) => name === 'name' && userId === person.userId;
    return same(
      node,
      Object.fromEntries(left.map(([name, field]) => [name, isTheirs(name) ? standIn.name : visit(field)])),
    );
  };
  return visit(value) as T;
}

function textWithout(text: string, { userId, addresses }: ForgottenPerson, standIn: StandIn): string {
  if (addresses.includes(text.toLowerCase())) return standIn.name;
  const parts = text.split('/');
  return parts.includes(userId) ? parts.map((part) => (part === userId ? standIn.userId : part)).join('/') : text;
}

function isOwner(field: unknown, ownerKeys: readonly string[]): boolean {
  if (typeof field !== 'object' || field === null) return false;
  const { key, label } = field as { readonly key?: unknown; readonly label?: unknown };
  return typeof label === 'string' && typeof key === 'string' && ownerKeys.includes(key);
}

function same<T extends object>(before: T, after: unknown): unknown {
  return isDeepStrictEqual(before, after) ? before : after;
}

interface Change {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * @param doc as it was read
 * @param asRead fields that tell whether it still is; absent: its version, or each field that changes
 * @throws ProgrammingError where a list changes in a document without either: nothing would tell that it is still as it was
 */
export function updateBetween(doc: Doc, after: Doc, asRead?: readonly string[]): GuardedUpdate | undefined {
  const changes = changesBetween(doc, after);
  if (changes.length === 0) return undefined;
  // Lists of keys and ids change without a new version. What is taken out one by one takes nothing along that came in meanwhile.
  const [pull] = changes.flatMap(goneFromList);
  if (pull !== undefined) return { update: { $pull: pull }, asRead: {} };
  const $set = Object.fromEntries(changes.flatMap(({ path, after: to }) => (to === undefined ? [] : [[path, to]])));
  const $unset = Object.fromEntries(
    changes.flatMap(({ path, after: to }) => (to === undefined ? [[path, true as const]] : [])),
  );
  const { version } = doc as { readonly version?: unknown };
  if (typeof version === 'number') return { update: { $set, $unset, $inc: { version: 1 } }, asRead: { version } };
  const fields = asRead ?? changes.map(({ path }) => path);
  return {
    update: { $set, $unset },
    asRead: Object.fromEntries(fields.map((path) => [path, scalarAt(doc, path)])),
  };
}

/** The first text that a list of texts has no more. */
function goneFromList({ path, before, after }: Change): Record<string, string>[] {
  if (!isTexts(before) || !isTexts(after)) return [];
  const gone = before.find((text) => !after.includes(text));
  return gone === undefined ? [] : [{ [path]: gone }];
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function changesBetween(before: object, after: object, above = ''): Change[] {
  return Object.keys({ ...after, ...before }).flatMap((name): Change[] => {
    const [was, is] = [before, after].map((one) => (one as Readonly<Record<string, unknown>>)[name]);
    const path = `${above}${name}`;
    if (isDeepStrictEqual(is, was)) return [];
    if (isPlain(was) && isPlain(is)) return changesBetween(was, is, `${path}.`);
    return [{ path, before: was, after: is }];
  });
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function scalarAt(doc: Doc, path: string): Scalar {
  const value = path.split('.').reduce<unknown>((node, name) => (node as Readonly<Record<string, unknown>>)[name], doc);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  throw new ProgrammingError(
    `“${path}” changes in a document that counts no changes: nothing tells whether it is as it was`,
  );
}
