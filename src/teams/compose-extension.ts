/** A search in the compose box: the invoke `composeExtension/query` of the manifest's command `find`, and its answer. */
import { z } from 'zod';
import { visibleText } from '../format/plain-signs.ts';
import type { SearchAnswer } from '../search/feature.ts';
import type { Surface } from '../turn.ts';
import { type IncomingActivity, parsedValue } from './activity.ts';
import type { HttpAnswer } from './invoke-response.ts';
import type { RenderCard } from './reply-activity.ts';

/** Teams waits 5 s for it (docs/platform.md, "Limits"); what is left is for the way. */
export const SEARCH_WITHIN_MS = 4_000;
const COMMAND = 'find';
const PARAMETER = 'text';
/** Nobody types more than the longest ID. */
const TEXT_LENGTH = 200;

const schema = z.object({
  commandId: z.literal(COMMAND),
  parameters: z.array(z.looseObject({ name: z.string(), value: z.unknown() })).max(10),
  queryOptions: z
    .object({ skip: z.coerce.number().catch(0) })
    .optional()
    .catch(undefined),
});

/** `nothing`: it has no shape that Teams sends for our command, or asks for a second page, which there never is. */
export type SearchRequest = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'nothing' };

export function isSearch({ type, name }: Pick<IncomingActivity, 'type' | 'name'>): boolean {
  return type === 'invoke' && name === 'composeExtension/query';
}

/** The search in an activity; undefined where it is none. The text is in one line; empty for the run before anything is typed. */
export function searchOf(activity: IncomingActivity): SearchRequest | undefined {
  if (!isSearch(activity)) return undefined;
  const { success, data } = schema.safeParse(parsedValue(activity.value));
  const text = success ? textIn(data.parameters) : undefined;
  if (!success || text === undefined || text.length > TEXT_LENGTH) return { kind: 'nothing' };
  // Everything that was found is on the first page.
  if ((data.queryOptions?.skip ?? 0) > 0) return { kind: 'nothing' };
  return { kind: 'text', text };
}

function textIn(parameters: readonly { readonly name: string; readonly value: unknown }[]): string | undefined {
  const typed = parameters.find(({ name }) => name === PARAMETER);
  if (typed === undefined) return parameters.some(({ name }) => name === 'initialRun') ? '' : undefined;
  if (typed.value === null || typed.value === undefined) return '';
  return typeof typed.value === 'string'
    ? visibleText(typed.value)
        .replace(/[\p{Cc}\s]+/gu, ' ')
        .trim()
    : undefined;
}

/** @throws ProgrammingError for a card that cannot be drawn */
export function searchAnswer(
  { items, message }: SearchAnswer,
  render: RenderCard,
  version?: Surface['cardVersion'],
): HttpAnswer {
  const composeExtension =
    items.length === 0 && message !== undefined
      ? { type: 'message', text: message }
      : {
          type: 'result',
          attachmentLayout: 'list',
          attachments: items.map(({ title, line, card }) => ({
            contentType: 'application/vnd.microsoft.card.adaptive',
            content: render(card, version),
            preview: { contentType: 'application/vnd.microsoft.card.thumbnail', content: { title, text: line } },
          })),
        };
  return { status: 200, body: { composeExtension } };
}
