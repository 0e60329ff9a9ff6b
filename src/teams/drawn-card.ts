/** A card as JSON text: written once, measured, and sent as it is. */
export class DrawnCard {
  readonly json: string;

  constructor(json: string) {
    this.json = json;
  }

  /** For whoever writes JSON around it in the usual way, as the SDK does. */
  toJSON(): Record<string, unknown> {
    return JSON.parse(this.json);
  }
}

/** As `JSON.stringify`, but for drawn cards: those stand in it as they were drawn. */
export function jsonWithCards(value: object): string {
  return jsonOf(value) ?? '{}';
}

function jsonOf(value: unknown): string | undefined {
  if (value instanceof DrawnCard) return value.json;
  if (typeof value !== 'object' || value === null || 'toJSON' in value) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => jsonOf(item) ?? 'null').join(',')}]`;
  let members = '';
  for (const [name, member] of Object.entries(value)) {
    const json = jsonOf(member);
    if (json !== undefined) members += `${members === '' ? '' : ','}${JSON.stringify(name)}:${json}`;
  }
  return `{${members}}`;
}
