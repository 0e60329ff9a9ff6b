import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ProgrammingError } from '../../src/errors.ts';
import { createRenderer } from '../../src/teams/render.ts';

describe('the card renderer', () => {
  const dir = mkdtempSync(join(tmpdir(), 'cards-'));
  after(() => rmSync(dir, { recursive: true }));

  let count = 0;
  function draw(body: unknown, data: object): Record<string, unknown>[] {
    const template = `card-${'abcdefghijklmnopqrstuvwxyz'[count++]}`;
    writeFileSync(join(dir, `${template}.json`), JSON.stringify({ type: 'AdaptiveCard', body }));
    const card = createRenderer(dir)({ template, data });
    assert.equal(card.version, '1.5');
    return card.body as Record<string, unknown>[];
  }
  const line = (text: string) => ({ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text }] });
  const textOf = (body: Record<string, unknown>[]) => (body[0]?.inlines as { text: string }[] | undefined)?.[0]?.text;

  it('fills a template', () => {
    assert.equal(textOf(draw([line('${customer}')], { customer: 'Contoso' })), 'Contoso');
  });

  it('gives Action.Execute a fallback that sends the same data with the verb', () => {
    const action = {
      type: 'Action.Execute',
      title: 'Open',
      verb: 'poe.start',
      associatedInputs: 'none',
      data: { claim: '${id}' },
    };
    const [set, tappable] = draw(
      [
        { type: 'ActionSet', actions: [action] },
        { type: 'Container', items: [line('x')], selectAction: action },
      ],
      { id: 'c1' },
    );
    const fallback = {
      type: 'Action.Submit',
      title: 'Open',
      associatedInputs: 'none',
      data: { claim: 'c1', verb: 'poe.start' },
    };
    assert.deepEqual((set?.actions as { fallback: unknown }[] | undefined)?.[0]?.fallback, fallback);
    assert.deepEqual((tappable?.selectAction as { fallback: unknown } | undefined)?.fallback, fallback);
  });

  it('leaves out what has nothing to show', () => {
    const body = [
      { ...line('hidden'), $when: '${shown}' },
      { type: 'Container', items: [{ ...line('${$data}'), $data: '${list}' }] },
      { type: 'ActionSet', actions: [] },
      { type: 'Container', items: [line('x')], selectAction: { type: 'Action.OpenUrl', $when: '${shown}' } },
    ];
    assert.deepEqual(draw(body, { shown: false, list: [] }), [{ type: 'Container', items: [line('x')] }]);
  });

  it('never evaluates what people wrote', () => {
    for (const text of ['${secret}', '${1 + 1} $' + '{', "${if(true, 'a', 'b')}"]) {
      assert.equal(textOf(draw([line('${text}')], { text, secret: 's' })), text);
    }
  });

  it('gives long words places to wrap at, and takes nothing away', () => {
    const wrapped = textOf(draw([line('${name}')], { name: '2020_Contoso_Statement_of_Work_signed.pdf' })) ?? '';
    assert.deepEqual(wrapped.split('\u200B'), ['2020_Contoso_', 'Statement_of_Work_', 'signed.pdf']);
    const words = [
      'CLM_2019_000_5120',
      'a81d4e2e-917b-4b1c-9c5e-aa51f9a5a3f7',
      'many short words that wrap by themselves',
    ];
    for (const name of words) assert.equal(textOf(draw([line('${name}')], { name })), name);
  });

  const refused: Readonly<Record<string, [template: string, data: object, message: RegExp]>> = {
    'a template that is not there': ['nothing', {}, /unknown card template nothing/],
    'a path for a name': ['../package', {}, /unknown card template/],
    'a name missing in the data': ['short', {}, /card short: no value for \$\{customer\}/],
    'a card that is too large': ['short', { customer: 'ü'.repeat(14_400) }, /card short: \d+ bytes, over 28672/],
  };
  for (const [name, [template, data, message]] of Object.entries(refused)) {
    it(`refuses ${name}`, () => {
      writeFileSync(join(dir, 'short.json'), JSON.stringify({ type: 'AdaptiveCard', body: [line('Of ${customer}')] }));
      assert.throws(
        () => createRenderer(dir)({ template, data }),
        (error) => error instanceof ProgrammingError && message.test(error.message),
      );
    });
  }
});
