/** Documents that are dropped on the page, until they are filed: by the services of the chat. */
import { z } from 'zod';
import type { ClaimService } from '../../claims/service.ts';
import type { Core } from '../../core.ts';
import { UserError } from '../../errors.ts';
import type { Route } from '../../feature.ts';
import { localeOf, type Person } from '../../people/person.ts';
import type { Poe } from '../../poe/feature.ts';
import { chooseWorkloadsText, filedText, notClearText } from '../../poe/filing-reply.ts';
import type { ProposedFiling } from '../../poe/service.ts';
import type { Problem } from '../../problems/index.ts';
import type { Door } from '../door.ts';
import { json } from '../json.ts';
import { API } from '../params.ts';
import { numberIn } from '../tickets/number-in.ts';
import type {
  AttachedBody,
  FiledBody,
  FiledSureBody,
  TakenBody,
  UploadFormBody,
  UploadLimits,
  UploadsBody,
} from './api.ts';
import { heldBody, uploadBody, uploadFormBody } from './bodies.ts';
import type { IncomingFiles } from './incoming.ts';

const MOST: UploadLimits = { claims: 20, uploads: 100 };

const word = z.string().min(1).max(500);
const uploads = z.strictObject({ uploads: z.array(word).min(1).max(MOST.uploads) });
const filing = z.strictObject({
  claim: word,
  workloads: z.array(word).max(1_000),
  /** More than fits, so that what is too long is refused with its numbers. */
  why: z.string().max(20_000).optional(),
});
const nothing = z.strictObject({});

export interface UploadRouteOptions extends Pick<Core, 'config' | 'campaignClock'> {
  readonly door: Door;
  readonly incoming: IncomingFiles;
  readonly claims: ClaimService;
  readonly poe: Pick<Poe, 'service' | 'proposals' | 'uploads'>;
  /** The sentence for what people can put right. */
  readonly say: (problem: Problem, locale: string) => string | undefined;
}

export function uploadRoutes(options: UploadRouteOptions): Route[] {
  const { door, incoming, claims, say, config, campaignClock } = options;
  const { service, proposals, uploads: page } = options.poe;

  return [
    door.route(`${API}/uploads`, async (person) => {
      const [open, held] = await Promise.all([page.open(person), page.held(person)]);
      const rows = await Promise.all(
        open.map(async (draft) => uploadBody(draft, await proposals.claimOf(person, draft), localeOf(person))),
      );
      const documents = held.filter((one) => one.import === undefined);
      const waiting = documents.map((one) => heldBody(one, (problem) => say(problem, localeOf(person)) ?? ''));
      return json<UploadsBody>({ uploads: rows, held: waiting, maxBytes: page.maxBytes });
    }),
    door.upload(`${API}/uploads`, (person, bytes, request) =>
      incoming.take(person, bytes, request, async (file) => {
        const claims = request.query.getAll('claim').filter((claim) => claim !== '');
        if (claims.length > MOST.claims) throw new UserError('tab.too-many-claims', { most: MOST.claims });
        const taken = await page.take(person, { ...file, claims }, campaignClock());
        if ('import' in taken) return json<TakenBody>({ uploads: [], import: taken.import });
        return json<TakenBody>({ uploads: taken.drafts.map(({ _id }) => _id) });
      }),
    ),
    door.upload(`${API}/uploads/tickets/:name`, (person, bytes, request) =>
      incoming.take(person, bytes, request, async (file) =>
        json<AttachedBody>({ waits: !(await page.attach(person, numberIn(request), file)) }),
      ),
    ),
    door.route(`${API}/uploads/:id`, async (person, request) => {
      const draft = await service.draft(person, request.param('id'));
      const chosen = request.query.get('claim') || undefined;
      const claim = chosen === undefined ? await proposals.claimOf(person, draft) : await claims.open(person, chosen);
      const parts = {
        claim,
        examined: claim && (await service.examine(draft, claim, campaignClock())),
        candidates: (await service.choices(person, draft)) ?? [],
        others: await proposals.others(person, draft),
        locale: localeOf(person),
      };
      return json<UploadFormBody>(uploadFormBody(draft, parts));
    }),
    door.change(`${API}/uploads/together`, uploads, async (person, { uploads: ids }) => {
      await page.together(person, ids);
      return json({});
    }),
    door.change(`${API}/uploads/file-sure`, uploads, async (person, { uploads: ids }) => {
      const filings = await service.fileSure(person, ids, campaignClock());
      return json<FiledSureBody>({ filings: filings.map((one) => filedSure(person, one)) });
    }),
    // The upload itself is the one-time key of its filing.
    door.change(`${API}/uploads/:id/file`, filing, async (person, { claim, workloads, why }, request) => {
      const asked = { draft: request.param('id'), claim, shown: claim, workloads, why };
      const outcome = await service.request(person, asked, campaignClock());
      // The claim of an upload that was decided before is the one that was decided on.
      if (outcome.kind === 'choose claim') throw new UserError('poe.gone');
      if (outcome.kind === 'choose workloads')
        return json<FiledBody>({ filed: false, text: chooseWorkloadsText(localeOf(person)) });
      const text = filedText(outcome, { locale: localeOf(person), timeZone: person.timeZone ?? config.timeZone });
      if (outcome.kind === 'filed') await proposals.next(person, outcome.draft);
      return json<FiledBody>({ filed: outcome.kind !== 'already there', text, claim: outcome.claim._id });
    }),
    door.change(`${API}/uploads/:id/discard`, nothing, async (person, _, request) => {
      await service.discard(person, request.param('id'), campaignClock());
      return json({});
    }),
    door.change(`${API}/uploads/:id/dismiss`, nothing, async (person, _, request) => {
      await page.dismiss(person, request.param('id'));
      return json({});
    }),
  ];

  function filedSure(person: Person, { draft, outcome, problem }: ProposedFiling): FiledSureBody['filings'][number] {
    const reader = { locale: localeOf(person), timeZone: person.timeZone ?? config.timeZone };
    if (outcome !== undefined && 'already' in outcome)
      return { upload: draft._id, filed: outcome.kind !== 'already there', text: filedText(outcome, reader) };
    const text = problem === undefined ? notClearText(reader.locale) : (say(problem, reader.locale) ?? '');
    return { upload: draft._id, filed: false, text };
  }
}
