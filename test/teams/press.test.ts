import assert from 'node:assert/strict';
import { pino } from 'pino';
import { announcementProblems } from '../../src/announcements/texts.ts';
import { NotFoundError, ProgrammingError, UserError } from '../../src/errors.ts';
import { problemText } from '../../src/problems/index.ts';
import type { IncomingActivity } from '../../src/teams/activity.ts';
import { failureText } from '../../src/teams/failure.ts';
import { cardAnswer } from '../../src/teams/invoke-response.ts';
import { pressOf } from '../../src/teams/press.ts';
import { isEmpty, replyActivity } from '../../src/teams/reply-activity.ts';
import type { SpanAttributes } from '../../src/telemetry/tracing.ts';

const press = (more: object) => pressOf({ type: 'invoke', name: 'adaptiveCard/action', ...more } as IncomingActivity);
const nothing = { verb: undefined, data: undefined };

describe('a press', () => {
  it('is read from Action.Execute and from its fallback alike', () => {
    const data = { claim: 'x', program: '∅' };
    const expected = { verb: 'claim.open', data: { claim: 'x', program: '' } };
    assert.deepEqual(press({ value: { action: { verb: 'claim.open', data } } }), expected);
    assert.deepEqual(press({ type: 'message', value: { ...data, verb: 'claim.open' } }), expected);
  });

  it('is cleaned of marks that show nothing also where its value is the JSON text of an object', () => {
    const value = JSON.stringify({ action: { verb: 'x', data: { text: 'a\u202eb\u0007c' } } });
    assert.deepEqual(press({ value }), { verb: 'x', data: { text: 'abc' } });
    const escaped = value.replace('\u202e', '\\u202e');
    assert.deepEqual(press({ value: escaped }), { verb: 'x', data: { text: 'abc' } });
  });

  it('without a shape of ours is still one, of nothing', () => {
    for (const value of [undefined, null, 7, 'x', [], {}, { action: null }, { action: { verb: 'x', data: [] } }])
      assert.deepEqual(press({ value }), nothing, JSON.stringify(value));
  });

  it('is not seen in other invokes and in messages that carry something else', () => {
    assert.equal(press({ name: 'task/fetch', value: { action: { verb: 'x' } } }), undefined);
    for (const value of [undefined, null, 'x', {}, { verb: 7 }, []])
      assert.equal(press({ type: 'message', value }), undefined);
    assert.equal(press({ type: 'event', value: { verb: 'x' } }), undefined);
  });

  it('cannot reach prototypes through its data', () => {
    const value = JSON.parse('{"action":{"verb":"x","data":{"__proto__":{"lead":true}}}}');
    assert.equal((press({ value })?.data as { lead?: boolean } | undefined)?.lead, undefined);
    assert.equal(({} as { lead?: boolean }).lead, undefined);
  });
});

describe('an answer', () => {
  const render = () => ({ type: 'AdaptiveCard' });

  it('to a press is a card, or a text where there is none', () => {
    const body = (reply: object) => cardAnswer(reply, render).body as { type: string; statusCode: number };
    assert.equal(body({ card: {}, text: 'x' }).type, 'application/vnd.microsoft.card.adaptive');
    assert.deepEqual(body({}), { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: '' });
  });

  it('in the chat is plain text, a card, or both, and nothing when it is empty', () => {
    assert.deepEqual(replyActivity({ text: '[a](b)' }, render), {
      type: 'message',
      text: '[a](b)',
      textFormat: 'plain',
    });
    assert.equal(replyActivity({ card: { template: 'x', data: {} } }, render).attachments?.length, 1);
    assert.ok(isEmpty({}) && isEmpty({ text: '' }) && !isEmpty({ text: 'x' }));
  });

  it('to what went wrong is the sentence of who can put it right, else a reference and no more', () => {
    const seen: SpanAttributes[] = [];
    const tracing = { annotate: (attributes: SpanAttributes) => void seen.push(attributes) };
    const said = (error: unknown): string =>
      failureText(error, {
        reference: 'ref-1',
        log: pino({ level: 'silent' }),
        tracing,
        locale: 'en-US',
        problemText: (problem, locale) => problemText(announcementProblems, problem, locale),
      });
    assert.equal(said(new UserError('announcement.no-program')), 'Choose a program first.');
    assert.match(said(new NotFoundError('announcement.not-found')), /^I cannot find this announcement\./);
    assert.match(
      said(new UserError('announcement.unknown-customer', { customer: 'Contoso' })),
      /no claim of Contoso\./,
    );
    // A bug: no feature has words for it.
    assert.match(said(new UserError('report.leads-only')), /ref-1/);
    for (const error of [new Error('at /srv/secret'), new ProgrammingError('bug'), 'thrown', undefined, null]) {
      const text = said(error);
      assert.match(text, /ref-1/);
      assert.doesNotMatch(text, /secret|bug|thrown/);
    }
    const failed = (of: string) => ({ 'cpor.outcome': 'failed', 'error.type': of });
    assert.deepEqual(seen, [
      ...Array.from({ length: 3 }, () => ({ 'cpor.outcome': 'refused' })),
      ...['UserError', 'Error', 'ProgrammingError', 'string', 'undefined', 'object'].map(failed),
    ]);
  });
});
