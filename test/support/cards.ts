/**
 * Reads an Adaptive Card as a person does: what it says, which buttons and inputs it has, and what a press sends.
 * The rules of a press are those of the client's renderer: empty inputs are left out, values travel as strings, inputs of
 * a nested card count only for buttons inside it, and a required input that is empty stops the press.
 */
type Json = Record<string, unknown>;

/** The JSON of a card as it came; `type` is always "AdaptiveCard". */
export type AdaptiveCard = Json & { type: 'AdaptiveCard' };

/** An action of a card (`Action.Execute`, `Action.Submit`, `Action.OpenUrl`, …) as it stands in the JSON. */
export interface Action extends Json {
  type: string;
  title?: string;
  id?: string;
  verb?: string;
  url?: string;
  data?: unknown;
  fallback?: unknown;
}

/** An input of a card as it stands in the JSON. */
export interface Input extends Json {
  type: string;
  id: string;
  label?: string;
  value?: unknown;
  choices?: { title: string; value: string }[];
}

const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';

/** The cards among an activity's attachments. */
export function cardsOf(activity: { attachments?: unknown }): AdaptiveCard[] {
  return list(activity.attachments)
    .filter((attachment) => attachment.contentType === CARD_TYPE)
    .map((attachment) => attachment.content)
    .filter(isCard);
}

export function isCard(value: unknown): value is AdaptiveCard {
  return isObject(value) && value.type === 'AdaptiveCard';
}

/** All visible text, in reading order: text blocks, facts, labels, choices one can see, titles of buttons; of nested cards too. */
export function texts(card: AdaptiveCard): string[] {
  return [...walk(card)].flatMap(({ node, visible }) => (visible ? ownTexts(node) : [])).filter((text) => text !== '');
}

/** All buttons and other things to press, in reading order; also those that another button would reveal. */
export function buttons(card: AdaptiveCard): Action[] {
  return [...walk(card)].map(({ node }) => node).filter(isAction);
}

/**
 * The one button with this title, verb or id.
 *
 * @throws Error that lists the buttons there are, when there is none or more than one and no `index` says which
 */
export function button(card: AdaptiveCard, title: string, index?: number): Action {
  return placedButton(card, title, index).action;
}

/** The input with this id. @throws Error that lists the inputs there are */
export function input(card: AdaptiveCard, id: string): Input {
  const all = inputs(card);
  const found = all.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`no input "${id}" on the card; there are: ${quoted(all.map((one) => one.id))}`);
  return found;
}

/** All inputs, in reading order. */
export function inputs(card: AdaptiveCard): Input[] {
  return [...walk(card)].map(({ node }) => node).filter(isInput);
}

export interface Press {
  /** Which of several equal buttons, from 0. */
  readonly index?: number;
  /** Sends this data as it is, as a forger would; nothing is merged or checked. */
  readonly data?: unknown;
  /** Presses although the client would not let it (an empty required input, a value that is not among the choices). */
  readonly force?: boolean;
}

/**
 * What a client would send for a press on a button: its action and the data with the inputs merged.
 *
 * @param title the button's title, verb or id
 * @param values what the person entered, by input id; a list is several choices; '' empties an input
 */
export function press(card: AdaptiveCard, title: string, values: InputValues = {}, how: Press = {}) {
  const { action, within } = placedButton(card, title, how.index);
  if (action.isEnabled === false && !how.force) throw new Error(`the button "${title}" is disabled`);
  const data =
    'data' in how ? how.data : { ...object(action.data), ...entered(action, inputsFor(card, within), values, how) };
  return { action, data };
}

export type InputValues = Readonly<Record<string, string | number | boolean | readonly string[]>>;

function entered(action: Action, available: Input[], values: InputValues, { force = false }: Press): Json {
  const unknown = Object.keys(values).filter((id) => !available.some((one) => one.id === id));
  if (unknown.length > 0 && !force) {
    throw new Error(
      `no input ${quoted(unknown)} for this button; there are: ${quoted(available.map((one) => one.id))}`,
    );
  }
  if (action.associatedInputs === 'none') return {};
  const result: Json = force ? Object.fromEntries(unknown.map((id) => [id, asText(values[id])])) : {};
  for (const one of available) {
    const value = asText(values[one.id] ?? one.value ?? (one.type === 'Input.Toggle' ? (one.valueOff ?? 'false') : ''));
    if (!force) refuse(one, value);
    if (value !== '') result[one.id] = value;
  }
  return result;
}

/** What the client checks before it sends. */
function refuse(one: Input, value: string): void {
  if (one.isRequired === true && value === '') throw new Error(`the client would not send: "${one.id}" is required`);
  if (value === '' || one.type !== 'Input.ChoiceSet') return;
  const allowed = list(one.choices).map((choice) => choice.value);
  const chosen = one.isMultiSelect === true ? value.split(',') : [value];
  const strange = chosen.filter((choice) => !allowed.includes(choice));
  if (strange.length > 0)
    throw new Error(`"${one.id}" has no choice ${quoted(strange)}; there are: ${quoted(allowed)}`);
}

function placedButton(card: AdaptiveCard, title: string, index?: number): { action: Action; within: readonly Json[] } {
  const all = [...walk(card)].flatMap(({ node, within }) => (isAction(node) ? [{ action: node, within }] : []));
  const found = all.filter(({ action }) => [action.title, action.verb, action.id].includes(title));
  const chosen = found[index ?? 0];
  if (!chosen) {
    throw new Error(
      `no button "${title}"; there are: ${quoted(all.map(({ action }) => action.title ?? action.verb ?? '?'))}`,
    );
  }
  if (index === undefined && found.length > 1)
    throw new Error(`${found.length} buttons "${title}": say which by index`);
  return chosen;
}

function inputsFor(card: AdaptiveCard, within: readonly Json[]): Input[] {
  return [...walk(card)].flatMap((place) =>
    isInput(place.node) && place.within.every((nested) => within.includes(nested)) ? [place.node] : [],
  );
}

/** Where children stand, in reading order. Refresh and authentication are no part of what is seen. */
const CHILDREN = [
  'body',
  'items',
  'columns',
  'rows',
  'cells',
  'inlines',
  'images',
  'inlineAction',
  'selectAction',
  'actions',
];

interface Place {
  readonly node: Json;
  /** The nested cards (`Action.ShowCard`) that it stands in. */
  readonly within: readonly Json[];
  readonly visible: boolean;
}

function* walk(node: Json, within: readonly Json[] = [], shown = true): Generator<Place> {
  const visible = shown && node.isVisible !== false;
  yield { node, within, visible };
  for (const key of CHILDREN) {
    const child = node[key];
    for (const one of Array.isArray(child) ? child : [child]) if (isObject(one)) yield* walk(one, within, visible);
  }
  if (isCard(node.card)) yield* walk(node.card, [...within, node.card], visible);
}

function ownTexts(node: Json): string[] {
  const type = asText(node.type);
  if (type === 'FactSet') return list(node.facts).flatMap((fact) => [asText(fact.title), asText(fact.value)]);
  if (isAction(node)) return [asText(node.title)];
  if (isInput(node)) return [asText(node.label), asText(node.title), ...shownValue(node)];
  return [asText(node.text)];
}

/** An expanded choice set shows all of its choices, a compact one only what is chosen. */
function shownValue(one: Input): string[] {
  if (one.type !== 'Input.ChoiceSet') return one.type === 'Input.Toggle' ? [] : [asText(one.value)];
  const chosen = asText(one.value).split(',');
  return list(one.choices)
    .filter((choice) => one.style === 'expanded' || one.isMultiSelect === true || chosen.includes(asText(choice.value)))
    .map((choice) => asText(choice.title));
}

function isAction(node: Json): node is Action {
  return typeof node.type === 'string' && node.type.startsWith('Action.');
}

function isInput(node: Json): node is Input {
  return typeof node.type === 'string' && node.type.startsWith('Input.') && typeof node.id === 'string';
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function object(value: unknown): Json {
  return isObject(value) ? value : {};
}

function list(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function asText(value: unknown): string {
  if (value === undefined || value === null) return '';
  return Array.isArray(value) ? value.join(',') : String(value);
}

function quoted(names: readonly unknown[]): string {
  return names.length === 0 ? 'none' : names.map((name) => `"${name}"`).join(', ');
}
