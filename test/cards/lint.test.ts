import assert from 'node:assert/strict';
import { join } from 'node:path';
import { rendererOf } from '../support/renderer.ts';
import { lintCard, lintTemplate } from './lint.ts';
import { samples } from './samples.ts';

type Json = Record<string, unknown>;

const render = rendererOf(join(import.meta.dirname, '../../adaptive-cards'));
const line = { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'x' }] };

/** A sound card with one more element, or other fields. */
function lintWith(element: Json, fields: Json = {}): string {
  const card = render({ template: 'intro', data: samples.intro ?? {} });
  return lintCard({ ...card, body: [...(card.body as object[]), element], ...fields }).join('\n');
}

const execute = (change: Json): Json => {
  const action: Json = { type: 'Action.Execute', title: 'Help', verb: 'help', data: {}, ...change };
  const fallback = {
    type: 'Action.Submit',
    title: action.title,
    data: { ...(action.data as Json), verb: action.verb },
  };
  return { type: 'ActionSet', actions: [{ fallback, ...action }] };
};

describe('the card lint', () => {
  it('passes a sound card', () => {
    assert.equal(lintWith(line), '');
    assert.equal(lintWith(execute({})), '');
  });

  it('passes a refresh, which has no fallback, and no other action without one', () => {
    const { fallback: _, ...action } = (execute({}).actions as Json[])[0] ?? {};
    assert.equal(lintWith(line, { refresh: { action } }), '');
    assert.match(lintWith({ type: 'ActionSet', actions: [action] }), /fallback/);
  });

  const wrong: Readonly<Record<string, [element: Json, finding: RegExp, fields?: Json]>> = {
    'an unknown element': [{ type: 'Textblock', text: 'x' }, /type/],
    'an unknown property': [{ type: 'TextBlock', text: 'x', colour: 'good' }, /colour/],
    'a wrong primitive type': [{ type: 'TextBlock', text: 'x', wrap: 'yes' }, /wrap/],
    'a wrong enum value': [{ type: 'TextBlock', text: 'x', size: 'huge' }, /size/],
    'a text without text': [{ type: 'TextBlock', text: '' }, /text/],
    'a picture without alt text': [{ type: 'Image', url: 'https://example.com/a.png' }, /altText/],
    'an input without label': [{ type: 'Input.Text', id: 'a', maxLength: 9 }, /label/],
    'an address that is not https': [
      { type: 'ActionSet', actions: [{ type: 'Action.OpenUrl', title: 'Open', url: 'http://example.com' }] },
      /url/,
    ],
    'a seventh action in a set': [
      { type: 'ActionSet', actions: Array(7).fill((execute({}).actions as Json[])[0]) },
      /actions/,
    ],
    'a missing title': [execute({ title: '' }), /title/],
    'a missing fallback': [execute({ fallback: undefined }), /fallback/],
    'a fallback that sends other data': [
      execute({ fallback: { type: 'Action.Submit', title: 'Help', data: { verb: 'needs-poe' } } }),
      /same/,
    ],
    'a refresh of an unknown verb': [
      line,
      /claim.reload is not a verb/,
      { refresh: { action: { type: 'Action.Execute', title: 'Refresh', verb: 'claim.reload', data: {} } } },
    ],
    'an unknown verb': [execute({ verb: 'claim.delete' }), /claim.delete is not a verb/],
    'data that the verb does not know': [execute({ data: { customer: 'x' } }), /knows no customer/],
    'data that the verb does not take': [execute({ verb: 'poe.start', data: {} }), /claim/],
    'an id used twice': [
      {
        type: 'Container',
        items: [
          { ...line, id: 'a' },
          { ...line, id: 'a' },
        ],
      },
      /a is used twice/,
    ],
    'a toggle of nothing': [
      { type: 'ActionSet', actions: [{ type: 'Action.ToggleVisibility', title: 'Show', targetElements: ['b'] }] },
      /id b/,
    ],
    'another version': [line, /version/, { version: '1.6' }],
    'a card that is too large': [{ ...line, inlines: [{ type: 'TextRun', text: 'x'.repeat(28_672) }] }, /bytes/],
  };
  for (const [name, [element, finding, fields]] of Object.entries(wrong)) {
    it(`finds ${name}`, () => assert.match(lintWith(element, fields), finding));
  }

  it('finds inputs that a button would send to a verb that does not know them', () => {
    const input = { type: 'Input.Text', id: 'claimText', label: 'Claim', maxLength: 9 };
    assert.match(lintWith({ type: 'Container', items: [input, execute({})] }), /help knows no claimText/);
  });

  it('finds data where markdown is read', () => {
    assert.equal(lintTemplate({ body: [{ type: 'TextBlock', text: 'Of ${customer}' }] }).length, 1);
    assert.equal(lintTemplate({ body: [{ type: 'FactSet', facts: [{ title: 'a', value: '${b}' }] }] }).length, 1);
    assert.equal(lintTemplate({ body: [{ type: 'TextBlock', $when: '${a}', text: 'Workloads' }] }).length, 0);
  });
});
