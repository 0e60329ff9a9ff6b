/** How far something is, as a bar of text. Pure. */

const BAR_CELLS = 10;

/** "████░░░░░░ 45 %" */
export function progressBar(done: number, total: number, locale: string): string {
  const share = total === 0 ? 1 : Math.min(1, done / total);
  const full = Math.floor(share * BAR_CELLS);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(share);
  return `${'█'.repeat(full)}${'░'.repeat(BAR_CELLS - full)} ${percent}`;
}
