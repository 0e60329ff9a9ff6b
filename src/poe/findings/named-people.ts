/** Whose the people are that a document names: “Project sponsor at Trey Research: Jane Doe”, “Technician: John Smith”. Pure. */
import { bareOf } from './called.ts';
import { anyOf, fold } from './fold.ts';
import type { Parties } from './party.ts';
import type { Side } from './side.ts';
import { JOBS_FOR_CUSTOMERS, WORKER_WORDS } from './tuning.ts';
import { type DocumentView, type Row, rowText } from './view.ts';

/** Characters behind a signer's name in which the company may stand. */
const MOST_BEHIND = 160;
const MOST_CLAUSES = 4;
/** Words of a role in front of a name, and in a cell that names a company. */
const MOST_ROLE_WORDS = 8;
/** What leads from a name to a title or a company. */
const OF_COMPANY = /^\s*(?:[,(]|(?:of|from|at|for|de|du|des|von|vom|bei|para|por|pour|chez|en)\s)/;
const WORKS = anyOf([...WORKER_WORDS, ...JOBS_FOR_CUSTOMERS]);

export class NamedPeople {
  readonly #view: DocumentView;
  readonly #parties: Parties;
  readonly #known = new Map<string, Side | undefined>();
  readonly #roles = new Map<string, Side | undefined>();
  /** Each row with its text, folded, once it is asked for. */
  #rows: readonly { readonly row: Row; readonly plain: string }[] | undefined;

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

  /** “I, Jane Doe, head of IT at Trey Research, …”. */
  #saidOf(name: string): Side | undefined {
    for (const plain of this.#view.foldedPages) {
      for (let at = plain.indexOf(name); at !== -1; at = plain.indexOf(name, at + 1)) {
        const [behind = ''] = plain.slice(at + name.length, at + name.length + MOST_BEHIND).split(/[:\t]|\n.*\n/);
        if (!OF_COMPANY.test(behind)) continue;
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
    this.#rows ??= this.#view.rows.map((row) => ({ row, plain: fold(rowText(row)) }));
    return this.#rows.filter(({ plain }) => plain.includes(name)).map(({ row }) => row);
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

/** First and last name, folded. */
function nameIn(by: string): string | undefined {
  const [words = ''] = by.replace(/^\s*(?:\/s\/|gez\.|sgd\.|fdo\.)\s*/i, '').split(/[,;(|]/);
  const name = fold(words).trim();
  return /\S\s+\S/.test(name) ? name : undefined;
}
