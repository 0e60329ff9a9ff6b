/** How much of a row fits beside each other: it goes by the room of the table, not of the window. The first rows are laid out by it, too, without React. */
export type Layout = 'wide' | 'medium' | 'narrow';

/** Pixels. */
const WIDE = 900;
const MEDIUM = 480;
const BORDER = 1;
/** Above the table and beneath it. */
const BORDERS = 2 * BORDER;

/** Pixels. The head of a table that has one. */
export const HEAD_HEIGHT = 40;

/** Pixels. Lines of text, and room around them. */
export const ROW_HEIGHTS = { wide: 44, medium: 44, narrow: 64 } as const satisfies Record<Layout, number>;

export type Column = 'customer' | 'claim' | 'program' | 'workloads' | 'owner' | 'state';

export const COLUMNS = {
  wide: ['customer', 'claim', 'program', 'workloads', 'owner', 'state'],
  medium: ['customer', 'claim', 'owner', 'state'],
  narrow: ['customer', 'state', 'claim', 'owner'],
} as const satisfies Record<Layout, readonly Column[]>;

/** The columns of the head and of each row: alike, so that they stand beneath each other. The first is the box that chooses. */
export const GRID_COLUMNS = {
  wide: '1.5rem minmax(0, 2.2fr) minmax(0, 1.1fr) minmax(0, 1.6fr) minmax(0, 2fr) minmax(0, 1.3fr) minmax(0, 1.8fr)',
  medium: '1.5rem minmax(0, 2fr) minmax(0, 1.1fr) minmax(0, 1.2fr) minmax(0, 1.7fr)',
  narrow: '1.5rem minmax(0, 1fr) fit-content(50%)',
} as const satisfies Record<Layout, string>;

/** Pixels. A table is no higher than its rows. */
export function tableHeight(layout: Layout, rows: number): number {
  return rows * ROW_HEIGHTS[layout] + BORDERS + (layout === 'narrow' ? 0 : HEAD_HEIGHT + BORDER);
}

/** @param width of the table, in pixels */
export function layoutFor(width: number): Layout {
  return width >= WIDE ? 'wide' : width >= MEDIUM ? 'medium' : 'narrow';
}
