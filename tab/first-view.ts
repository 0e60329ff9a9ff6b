/**
 * The claims as they are seen first: drawn by the small script as soon as the server has said which they are, while the large script is still on its
 * way. That one puts the same in its place, with all that can be done, so each part stands where the page has it: a test compares the two. What is
 * a word, a column or a height comes from where the page takes it, too; the colours and measures of Fluent stand in the HTML.
 */
import type { MeBody, PeopleBody } from '../src/tab/api.ts';
import type { ClaimRow, ClaimsBody } from '../src/tab/claims/api.ts';
import { columnText, deadlinesText, nameOf } from './claims/claim-words.ts';
import type { ClaimsFilter } from './claims/claims-filter.ts';
import {
  COLUMNS,
  type Column,
  GRID_COLUMNS,
  HEAD_HEIGHT,
  type Layout,
  layoutFor,
  ROW_HEIGHTS,
  tableHeight,
} from './claims/layout.ts';
import { firstTexts as texts } from './first-texts.ts';
import { countText, numberText } from './look/format.ts';
import { VIEW_PATHS, viewsFor } from './look/views.ts';

export interface FirstView {
  readonly me: MeBody;
  readonly claims: ClaimsBody;
  /** What they are filtered by, as it stands in the address. */
  readonly filter: ClaimsFilter;
  /** In local mode: whom one may choose to be, and who one is. */
  readonly local?: { readonly people: PeopleBody['people']; readonly person: string } | undefined;
}

/** Draws it in place of the grey rows. What is pressed meanwhile is shown by the page when it comes. */
export function drawFirst(root: HTMLElement, view: FirstView): void {
  const table = part('div', 'table', {
    ...{ role: 'table', 'aria-busy': 'true', 'aria-label': texts.table },
    'aria-rowcount': String(view.claims.total + 1),
  });
  const main = part('main', '', {}, headOf(view), barOf(view), table);
  const page = part('div', 'first', {}, ...(view.local ? [bannerOf(view.local)] : []), linksOf(view.me), main);
  page.addEventListener('click', followLater);
  // A file that is dropped too soon is not to take the place of the page.
  for (const name of ['dragover', 'drop'] as const) page.addEventListener(name, (event) => event.preventDefault());
  root.replaceChildren(page);
  fill(table, view);
}

function followLater(event: MouseEvent): void {
  const link = (event.target as Element).closest('a');
  if (link === null || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  window.history.replaceState(null, '', link.href);
}

function bannerOf({ people, person }: NonNullable<FirstView['local']>): HTMLElement {
  const names = people.map(({ id, name }) => part('option', '', id === person ? { selected: '' } : {}, name));
  const choice = part('label', '', {}, texts.local.you, part('select', '', { disabled: '' }, ...names));
  return part('aside', '', {}, part('i', 'sign'), part('span', '', {}, texts.local.banner), choice);
}

function linksOf(me: MeBody): HTMLElement {
  const links = viewsFor(me).map((name) => {
    const current = name === 'claims' ? { 'aria-current': 'page' } : undefined;
    return part('a', '', { href: `.${VIEW_PATHS[name]}`, ...current }, texts.views[name]);
  });
  return part('nav', '', { 'aria-label': texts.viewsName }, ...links);
}

/** What cannot be pressed yet is there to be seen alone. */
const UNHEARD = { 'aria-hidden': 'true' } as const;

function headOf({ me, claims, filter }: FirstView): HTMLElement {
  const files = ['xlsx', 'csv'].map((kind) => part('span', 'link', {}, texts.downloadShort(kind)));
  return part(
    ...(['div', 'head', {}] as const),
    part('h1', '', {}, texts.title),
    part('span', 'quiet', {}, countText(claims.total, texts.claims, me)),
    ...(isFiltered(filter) ? [part('span', 'link', UNHEARD, texts.clear)] : []),
    part('span', 'files', UNHEARD, part('i', 'sign'), ...files),
    part('span', 'button small', UNHEARD, part('i', ''), texts.addDocuments),
    part('span', 'quiet end', {}, deadlinesText(me)),
  );
}

const FILTERS = ['owner', 'state', 'program', 'workload'] as const;

function isFiltered(filter: ClaimsFilter): boolean {
  return filter.text !== undefined || filterCount(filter) > 0;
}

function filterCount(filter: ClaimsFilter): number {
  return FILTERS.filter((name) => filter[name] !== undefined).length;
}

function barOf({ filter, me }: FirstView): HTMLElement {
  const count = filterCount(filter);
  const filters = FILTERS.map((name) => part('span', 'choice', {}, texts.filterNames[name], part('b', '')));
  return part(
    ...(['div', 'search', UNHEARD] as const),
    part('span', 'field', {}, filter.text ?? texts.searchHint),
    part('span', 'button', {}, part('i', ''), count === 0 ? texts.filters : texts.filtersOn(numberText(count, me))),
    part('span', 'choices', {}, ...filters),
  );
}

/** Once the table is in the page: its layout goes by the room that it has. */
function fill(table: HTMLElement, { claims, me }: FirstView): void {
  const layout = layoutFor(table.offsetWidth);
  const height = ROW_HEIGHTS[layout];
  table.style.maxHeight = `${tableHeight(layout, claims.total)}px`;
  table.classList.add(layout);
  const inSight = claims.rows.slice(0, Math.ceil(window.innerHeight / height));
  const rows = part('div', '', { role: 'presentation' }, ...inSight.map((row, i) => rowOf(row, i, layout, me)));
  rows.style.height = `${claims.total * height}px`;
  const box = part('div', 'box', { role: 'rowgroup' }, rows);
  const head = part('div', 'names', { role: 'rowgroup' }, namesOf(layout));
  table.append(head, box);
  head.style.paddingInlineEnd = `${box.offsetWidth - box.clientWidth}px`;
}

function namesOf(layout: Layout): HTMLElement {
  const names = [texts.choose.column, ...COLUMNS[layout].map((column) => texts.columns[column])];
  return grid(layout, HEAD_HEIGHT, 1, ...names.map((name) => part('div', '', { role: 'columnheader' }, name)));
}

function rowOf(row: ClaimRow, index: number, layout: Layout, me: MeBody): HTMLElement {
  const cells = COLUMNS[layout].map((column) => part('div', column, { role: 'cell' }, ...cellOf(column, row, me)));
  // The row of the head has the number 1.
  return grid(layout, ROW_HEIGHTS[layout], index + 2, part('div', '', { role: 'cell' }), ...cells);
}

function cellOf(column: Column, row: ClaimRow, me: MeBody): readonly (Node | string)[] {
  const text = columnText(column, row, me);
  if (column === 'state') return [part('i', 'sign'), part('span', '', {}, text)];
  if (column !== 'customer') return [text];
  const address = new URLSearchParams(window.location.search);
  address.set('claim', row.id);
  return [part('a', '', { href: `?${address}` }, nameOf(row))];
}

function grid(layout: Layout, height: number, number: number, ...cells: readonly HTMLElement[]): HTMLElement {
  const row = part('div', 'row', { role: 'row', 'aria-rowindex': String(number) }, ...cells);
  row.style.gridTemplateColumns = GRID_COLUMNS[layout];
  row.style.height = `${height}px`;
  return row;
}

/** @param look classes of the HTML's styles; empty: none */
function part(
  tag: string,
  look: string,
  attributes: Readonly<Record<string, string>> = {},
  ...within: readonly (Node | string)[]
): HTMLElement {
  const element = document.createElement(tag);
  if (look !== '') element.className = look;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...within);
  return element;
}
