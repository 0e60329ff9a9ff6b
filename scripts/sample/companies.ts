/** The sample customers: Microsoft's fictitious companies, which no real one is called. */
export const companies: readonly string[] = [
  'A. Datum Corporation',
  'Adventure Works Cycles',
  'Alpine Ski House',
  'Bellows College',
  'Best For You Organics',
  'Blue Yonder Airlines',
  'City Power & Light',
  'Coho Vineyard',
  'Coho Winery',
  'Consolidated Messenger',
  'Fabrikam Residences',
  'Fabrikam, Inc.',
  'Fincher Architects',
  'First Up Consultants',
  'Fourth Coffee',
  'Graphic Design Institute',
  'Humongous Insurance',
  'Lamna Healthcare',
  'Litware, Inc.',
  'Lucerne Publishing',
  'Margie’s Travel',
  'Munson’s Pickles and Preserves Farm',
  'Nod Publishers',
  'Northwind Electric Cars',
  'Northwind Traders',
  'Proseware, Inc.',
  'Relecloud',
  'School of Fine Art',
  'Southridge Video',
  'Tailspin Toys',
  'Tailwind Traders',
  'The Phone Company',
  'Trey Research',
  'VanArsdel, Ltd.',
  'Wide World Importers',
  'Wingtip Toys',
  'Woodgrove Bank',
];

/** A domain under `.example`, which belongs to nobody (RFC 2606). */
export function domainOf(company: string): string {
  const words = company
    .replace(/,? (?:Inc\.|Ltd\.|Corporation)$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '');
  return `${words}.example`;
}
