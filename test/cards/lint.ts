/** What a card must keep to beyond its shape. Each finding is a sentence that names the place. */
import { MAX_CARD_BYTES } from '../../src/teams/render.ts';
import { isVerb, verbSchemas } from '../../src/verbs/index.ts';
import { cardSchema } from './schema.ts';

type Json = Record<string, unknown>;

/** Every object within a card, action data and choices left out. */
function* nodes(value: unknown): Generator<Json> {
  if (Array.isArray(value)) for (const item of value) yield* nodes(item);
  else if (typeof value === 'object' && value !== null) {
    yield value as Json;
    for (const [name, child] of Object.entries(value)) if (name !== 'data' && name !== 'choices') yield* nodes(child);
  }
}

/** A card as it is sent. */
export function lintCard(card: object): string[] {
  const shape = cardSchema.safeParse(card);
  if (!shape.success) return shape.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  const all = [...nodes(card)];
  const inputs = all.filter(({ type }) => String(type).startsWith('Input.')).map(({ id }) => String(id));
  const ids = all.flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
  const bytes = Buffer.byteLength(JSON.stringify(card));
  return [
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `id ${id} is used twice`),
    ...all
      .flatMap(({ targetElements }) => (targetElements as string[] | undefined) ?? [])
      .filter((id) => !ids.includes(id))
      .map((id) => `nothing to toggle has the id ${id}`),
    ...all.filter(({ type }) => type === 'Action.Execute').flatMap((action) => lintExecute(action, inputs)),
    ...(bytes >= MAX_CARD_BYTES ? [`${bytes} bytes`] : []),
  ];
}

function lintExecute({ title, verb, data, associatedInputs, fallback }: Json, inputs: readonly string[]): string[] {
  if (!isVerb(verb)) return [`${title}: ${verb} is not a verb`];
  const schema = verbSchemas[verb];
  const known = Object.keys(schema.shape);
  // A loose schema takes inputs whose names the card's data decides.
  const loose = Object.hasOwn(schema.safeParse({ ...(data as object), column0: '' }).data ?? {}, 'column0');
  const sent = Object.keys(data as object);
  const merged = associatedInputs === 'none' ? [] : inputs;
  const unknown = loose ? [] : [...sent, ...merged].filter((name) => !known.includes(name));
  const parsed = schema.safeParse(data);
  const { title: again, data: submitted, associatedInputs: same } = (fallback ?? {}) as Json;
  // Only a refresh has none, by the schema.
  const equal =
    fallback === undefined ||
    JSON.stringify([again, same, submitted]) ===
      JSON.stringify([title, associatedInputs, { ...(data as object), verb }]);
  return [
    ...unknown.map((name) => `${title}: ${verb} knows no ${name}`),
    ...(parsed.success ? [] : [`${title}: ${parsed.error.message}`]),
    ...(equal ? [] : [`${title}: the fallback does not send the same`]),
  ];
}

/** A template as it is written: data in a TextBlock or a FactSet would be read as markdown. */
export function lintTemplate(template: unknown): string[] {
  return [...nodes(template)]
    .filter(({ type }) => type === 'TextBlock' || type === 'FactSet')
    .map((node) => JSON.stringify({ ...node, $when: undefined, $data: undefined }))
    .filter((json) => json.includes('${'))
    .map((json) => `data where markdown is read; put it into a TextRun: ${json}`);
}
