/** What a link of Teams to the tab names as the part of it that it leads to (`subPageId`): a claim, a ticket, or a view. */
const PART = /^(claim|ticket)\/(.+)$/;
const VIEWS: readonly string[] = ['tickets', 'campaign'];

/** The address that shows it, relative to the page; undefined: it leads to no part. */
export function addressOfLink(subPage: string): string | undefined {
  if (VIEWS.includes(subPage)) return subPage;
  const [, kind, name = ''] = PART.exec(subPage) ?? [];
  if (kind === undefined) return undefined;
  return kind === 'claim' ? `./?claim=${encodeURIComponent(name)}` : `tickets?ticket=${encodeURIComponent(name)}`;
}
