/** Hands over a file that was asked for with the person's own token, which no link would have brought along. */

/** Whoever saves it has taken it by then. */
const KEPT_MS = 60_000;

export function saveFile(bytes: Blob, name: string): void {
  const href = URL.createObjectURL(bytes);
  Object.assign(document.createElement('a'), { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), KEPT_MS);
}
