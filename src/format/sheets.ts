/**
 * The form of the data files, meant for people who do not program: a title, lines `Name: value`, and sections of text
 * or of list items under `## ` headings. Pure.
 */

export interface KnowledgeSheet {
  readonly title: string;
  /** The lines `Name: value` under the title, names in lower case. */
  readonly fields: ReadonlyMap<string, string>;
  /** As written, in their order. */
  readonly headings: readonly string[];
  /** Heading in lower case → its text, blank lines at both ends left out. */
  readonly sections: ReadonlyMap<string, string>;
}

export function parseSheet(source: string): KnowledgeSheet {
  let title = '';
  let section: string | undefined;
  const fields = new Map<string, string>();
  const headings: string[] = [];
  const sections = new Map<string, string>();
  for (const line of source.split(/\r?\n/)) {
    if (line.startsWith('## ')) {
      const heading = line.slice(3).trim();
      headings.push(heading);
      section = heading.toLowerCase();
      sections.set(section, '');
    } else if (section !== undefined) {
      sections.set(section, `${sections.get(section) ?? ''}${line}\n`);
    } else if (line.startsWith('# ')) {
      title = line.slice(2).trim();
    } else {
      const colon = line.indexOf(':');
      if (colon > 0) fields.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
    }
  }
  for (const [name, text] of sections) sections.set(name, text.trim());
  return { title, fields, headings, sections };
}

/** The items (`- …`) of a section; none where the section is missing. */
export function sectionItems(sheet: KnowledgeSheet, section: string): string[] {
  return (sheet.sections.get(section) ?? '')
    .split('\n')
    .filter((line) => line.startsWith('- '))
    .map((line) => line.slice(2).trim());
}

/** "a, b ,, c" → a, b, c */
export function commaList(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
