/** Answers searches in the compose box, in the time that Teams waits for one. */
import type { Conversation } from '../conversation/conversation.ts';
import type { Tracing } from '../telemetry/tracing.ts';
import type { AdmittedActivity } from './activity.ts';
import { type SearchRequest, searchAnswer } from './compose-extension.ts';
import type { Deadline } from './deadline.ts';
import { failureText } from './failure.ts';
import type { InFlight } from './in-flight.ts';
import type { HttpAnswer } from './invoke-response.ts';
import type { RenderCard } from './reply-activity.ts';
import { teamsTexts } from './texts.ts';
import { safeLocale, type TurnBuilder } from './turn-builder.ts';

export interface SearchRunnerOptions {
  readonly conversation: Pick<Conversation, 'find' | 'problemText'>;
  readonly turns: TurnBuilder;
  readonly render: RenderCard;
  readonly inFlight: InFlight;
  readonly tracing: Tracing;
}

export class SearchRunner {
  readonly #options: SearchRunnerOptions;

  constructor(options: SearchRunnerOptions) {
    this.#options = options;
  }

  /**
   * Answers in the response or not at all. Nothing is said in the chat, which may be other people's, nor later in the personal one.
   */
  async run(
    { context, activity, tenantId, reference, log }: AdmittedActivity,
    search: SearchRequest,
    deadline: Deadline,
  ): Promise<HttpAnswer> {
    const { conversation, turns, render, inFlight, tracing } = this.#options;
    if (search.kind === 'nothing') return searchAnswer({ items: [] }, render);
    let locale = safeLocale(activity.locale ?? undefined);
    const found = async (): Promise<HttpAnswer> => {
      const turn = await turns.build(context, activity, tenantId, log, async () => undefined);
      locale = turn.locale;
      return searchAnswer(await conversation.find(turn, search.text), render, turn.surface.cardVersion);
    };
    const said = (error: unknown): HttpAnswer => {
      const message = failureText(error, { reference, log, tracing, locale, problemText: conversation.problemText });
      return searchAnswer({ items: [], message }, render);
    };
    const work = tracing.span('search', {}, () => found().catch(said));
    const first = await Promise.race([inFlight.track(work), deadline.passed]);
    return first === 'late' ? searchAnswer({ items: [], message: teamsTexts(locale).searchLate }, render) : first;
  }
}
