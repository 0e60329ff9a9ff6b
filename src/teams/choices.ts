/** What the choices of an `Input.ChoiceSet` need before they go out, and when they come back. */

/**
 * "Any" and "Leave out" are choices whose value is empty. The clients' renderer refuses choices with an empty value, so they
 * travel as this mark: `prepareChoices` writes it, `entered` takes it out again. Features see empty strings.
 */
const NO_CHOICE = '∅';

interface ChoiceSet {
  readonly style?: unknown;
  value?: unknown;
  choices?: readonly { readonly title: string; readonly value: string }[];
}

/** Changes an `Input.ChoiceSet` in place. */
export function prepareChoices(set: ChoiceSet): void {
  const choices = set.choices ?? [];
  const offersNone = choices.some(({ value }) => value === '');
  set.choices = choices.map(({ title, value }) => ({
    title: set.style === 'expanded' ? withoutMarkdown(title) : title,
    value: value === '' ? NO_CHOICE : value,
  }));
  if (set.value !== '') return;
  if (offersNone) set.value = NO_CHOICE;
  else delete set.value;
}

/** The data of a card as it was entered: the mark and null, which some clients send of an empty input, are the empty string. */
export function entered(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [name, value === NO_CHOICE || value === null ? '' : value]),
  );
}

/**
 * The web renderer reads the titles of expanded choices as markdown, the phones' ones do not, so escapes would show there.
 * Invisible spaces take the meaning from links, lists and underscores, a look-alike from asterisks; a title is not for copying.
 */
function withoutMarkdown(title: string): string {
  return title
    .replace(/\](?=\()/g, ']\u200B')
    .replace(/^(?=\s*([-+#>]|\d+[.)]))/, '\u200B')
    .replace(/_+/g, '\u200B$&\u200B')
    .replaceAll('*', '∗');
}
