/** Whose the people are that a document names: “Project sponsor at Trey Research: Jane Doe”, “Technician: John Smith”. Pure. */

import { anyOf, fold } from '../../documents/fold.ts';
import { bareOf } from './called.ts';
import type { Parties } from './party.ts';
import type { Side } from './side.ts';
import { CONFORMED_MARK } from './signer.ts';
import { DOER_WORDS, JOBS_FOR_CUSTOMERS, WORKER_WORDS } from './tuning.ts';
import { type DocumentView, type Row, rowText } from './view.ts';

/** Characters behind a signer's name in which the company may stand. */
const MOST_BEHIND = 160;
const MOST_CLAUSES = 4;
/** Words of a role in front of a name, and in a cell that names a company. */
const MOST_ROLE_WORDS = 8;
/** What leads from a name to a title or a company. */
const OF_COMPANY = /^\s*(?:[,(]|(?:of|from|at|for|de|du|des|von|vom|bei|para|por|pour|chez|en)\s)/;
/** “Jane Doe (jane@treyresearch.example)”. */
const ADDRESS = /^\s*[(<]\s*(\S+@[^\s)>]+)/;
const WORKS = anyOf([...WORKER_WORDS, ...JOBS_FOR_CUSTOMERS]);
const DOES = anyOf(DOER_WORDS);
/** Letters of a line that names who has done the work. */
const MOST_DOER = 80;

export class NamedPeople {
  readonly #view: DocumentView;
  readonly #parties: Parties;
  readonly #known = new Map<string, Side | undefined>();
  readonly #roles = new Map<string, Side | undefined>();
  /** Rows by each word in them, with their text folded, once they are asked for: a document may name thousands. */
  #rows: ReadonlyMap<string, readonly NamingRow[]> | undefined;
  #doers: ReadonlySet<string> | undefined;

  constructor(view: DocumentView, parties: Parties) {
    this.#view = view;
    this.#parties = parties;
  }

  /** Whose somebody is, by all that the document says. */
  sideOf(by: string): Side | undefined {
    const name = nameIn(by);
    if (name === undefined) return undefined;
    if (!this.#known.has(name))
      this.#known.set(name, this.#saidOf(name) ?? this.#listed(name, (row) => this.#besideIn(row, name)));
    return this.#known.get(name);
  }

  /** Whose somebody is by the role that is told for one side only: “Customer contact: Jane Doe”. */
  byRole(by: string): Side | undefined {
    const name = nameIn(by);
    if (name === undefined) return undefined;
    if (!this.#roles.has(name))
      this.#roles.set(
        name,
        this.#listed(name, (row) => this.#rolesIn(row, name)),
      );
    return this.#roles.get(name);
  }

  /** Whether somebody is told to have done the work: “Technician: John Smith”. */
  isWorker(by: string): boolean {
    const name = nameIn(by);
    return (
      name !== undefined && this.#naming(name).some((row) => rolesOf(row, name).some((role) => WORKS.test(fold(role))))
    );
  }

  /** “Engineer: John Smith”, by the last name. */
  hasDone(lastName: string): boolean {
    this.#doers ??= doersIn(this.#view, this.#parties);
    return this.#doers.has(lastName);
  }

  /** “I, Jane Doe, head of IT at Trey Research, …”. */
  #saidOf(name: string): Side | undefined {
    for (const plain of this.#view.foldedPages) {
      for (let at = plain.indexOf(name); at !== -1; at = plain.indexOf(name, at + 1)) {
        const [behind = ''] = plain.slice(at + name.length, at + name.length + MOST_BEHIND).split(/[:\t]|\n.*\n/);
        if (!OF_COMPANY.test(behind)) continue;
        const address = ADDRESS.exec(behind)?.[1];
        const host = address === undefined ? undefined : this.#parties.byName(address);
        if (host !== undefined) return host;
        // The clause in which a company is named first.
        const clauses = behind.split(/[,;.()]/).slice(0, MOST_CLAUSES);
        const side = clauses.map((clause) => this.#parties.byName(clause)).find((found) => found !== undefined);
        if (side !== undefined) return side;
      }
    }
    return undefined;
  }

  #listed(name: string, told: (row: Row) => readonly Side[]): Side | undefined {
    const sides = new Set(this.#naming(name).flatMap(told));
    return sides.size === 1 ? [...sides][0] : undefined;
  }

  #naming(name: string): Row[] {
    this.#rows ??= rowsByWord(this.#view);
    const rows = wordsOf(name).map((word) => this.#rows?.get(word) ?? []);
    const fewest = rows.sort((a, b) => a.length - b.length)[0] ?? [];
    return fewest.filter(({ plain }) => plain.includes(name)).map(({ row }) => row);
  }

  /** Whose the role in front of the name is. */
  #rolesIn(row: Row, name: string): Side[] {
    return rolesOf(row, name).flatMap((role) => this.#ofRole(role) ?? []);
  }

  /** “Jane Doe | Head of IT | Trey Research”, in a list of people. */
  #besideIn(row: Row, name: string): Side[] {
    const roles = this.#rolesIn(row, name);
    const cell = row.cells.find(({ text }) => fold(text).startsWith(name));
    if (roles.length > 0 || cell === undefined) return roles;
    const sides = new Set(row.cells.flatMap((other) => (other === cell ? [] : (this.#companyIn(other.text) ?? []))));
    return sides.size === 1 ? [...sides] : [];
  }

  #ofRole(role: string): Side | undefined {
    const side = this.#parties.byName(role);
    if (side !== undefined) return side;
    const bare = bareOf(role);
    return this.#parties.isSideAlone(bare) ? this.#parties.byWord(bare) : undefined;
  }

  #companyIn(text: string): Side | undefined {
    return text.split(/\s+/).length > MOST_ROLE_WORDS ? undefined : this.#parties.byName(text);
  }
}

interface NamingRow {
  readonly row: Row;
  readonly plain: string;
}

function rowsByWord({ rows }: DocumentView): Map<string, NamingRow[]> {
  const found = new Map<string, NamingRow[]>();
  for (const row of rows) {
    const plain = fold(rowText(row));
    for (const word of new Set(wordsOf(plain))) {
      const known = found.get(word);
      if (known === undefined) found.set(word, [{ row, plain }]);
      else known.push({ row, plain });
    }
  }
  return found;
}

function wordsOf(plain: string): string[] {
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The words that stand for who has done the work, in a line or in the cell behind: last names are among them. */
function doersIn({ rows }: DocumentView, parties: Parties): Set<string> {
  const doers = new Set<string>();
  for (const { cells } of rows) {
    for (const [index, { text }] of cells.entries()) {
      const plain = fold(text);
      const ahead = index === 0 ? '' : fold(cells[index - 1]?.text ?? '');
      if (plain.length > MOST_DOER || !(DOES.test(plain) || DOES.test(ahead)) || parties.isCompany(text)) continue;
      for (const [word, at] of firstPlaces(plain))
        if (DOES.test(at === 0 || index === 0 ? plain.slice(0, at) : `${ahead} ${plain}`)) doers.add(word);
    }
  }
  return doers;
}

/** Each word, also each part of “Doe-Smith”, with where it stands first. */
function firstPlaces(plain: string): Map<string, number> {
  const places = new Map<string, number>();
  for (const pattern of [/[\p{L}'’-]+/gu, /\p{L}+/gu])
    for (const { 0: word, index } of plain.matchAll(pattern)) if (!places.has(word)) places.set(word, index);
  return places;
}

/** What stands in front of a name, in its cell or in the one beside it. */
function rolesOf({ cells }: Row, name: string): string[] {
  return cells.flatMap(({ text }, index) => {
    const plain = fold(text);
    const at = plain.indexOf(name);
    const ahead = /^(.{2,80}?)\s*[:：–-]\s*$/u.exec(plain.slice(0, Math.max(0, at)))?.[1];
    const role = at === 0 ? cells[index - 1]?.text : ahead;
    return role === undefined || role.split(/\s+/).length > MOST_ROLE_WORDS ? [] : [role];
  });
}

const SIGNED = new RegExp(`^\\s*(?:${CONFORMED_MARK}|gez\\.|sgd\\.|fdo\\.)\\s*`, 'i');

/** First and last name, folded. */
function nameIn(by: string): string | undefined {
  const [words = ''] = by.replace(SIGNED, '').split(/[,;(|]/);
  const name = fold(words).trim();
  return /\S\s+\S/.test(name) ? name : undefined;
}

/** The last word of a name, folded. */
export function lastNameOf(by: string): string {
  const [name = ''] = by.split(/[,;(|]/);
  return (
    fold(name)
      .match(/[\p{L}'’-]+/gu)
      ?.at(-1) ?? ''
  );
}
