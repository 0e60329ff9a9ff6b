import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ProgrammingError } from '../../src/errors.ts';
import { jsonWithCards } from '../../src/teams/drawn-card.ts';
import { createRenderer, MAX_CARD_BYTES } from '../../src/teams/render.ts';
import { rendererOf } from '../support/renderer.ts';

describe('the card renderer', () => {
  const dir = mkdtempSync(join(tmpdir(), 'cards-'));
  after(() => rmSync(dir, { recursive: true }));

  let count = 0;
  function draw(body: unknown, data: object): Record<string, unknown>[] {
    const template = `card-${'abcdefghijklmnopqrstuvwxyz'[count++]}`;
    writeFileSync(join(dir, `${template}.json`), JSON.stringify({ type: 'AdaptiveCard', body }));
    const card = rendererOf(dir)({ template, data });
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

  it('has a link at its end to what of the tab shows the same, where there is one', () => {
    writeFileSync(join(dir, 'linked.json'), JSON.stringify({ type: 'AdaptiveCard', body: [line('x')] }));
    const card = { template: 'linked', data: {} };
    const linked = rendererOf(dir, (part) => `https://tab.example/${part}`);
    const body = linked({ ...card, inTab: { part: 'claim/c1', title: 'Open in the tab' } }).body as Record<
      string,
      unknown
    >[];
    assert.deepEqual(body.at(-1)?.selectAction, {
      type: 'Action.OpenUrl',
      title: 'Open in the tab',
      url: 'https://tab.example/claim/c1',
    });
    assert.equal(
      (linked({ ...card, inTab: { part: 'claim/c1', title: 'Open in the tab' } }).body as unknown[]).length,
      2,
      'a second drawing has one, too',
    );
    assert.deepEqual(linked(card).body, [line('x')]);
    assert.deepEqual(rendererOf(dir)({ ...card, inTab: { part: '', title: 'Open in the tab' } }).body, [line('x')]);
    const full = line('x '.repeat((MAX_CARD_BYTES - 300) / 2));
    writeFileSync(join(dir, 'full.json'), JSON.stringify({ type: 'AdaptiveCard', body: [full] }));
    assert.equal(
      (linked({ template: 'full', data: {}, inTab: { part: '', title: 'Open in the tab' } }).body as unknown[]).length,
      1,
      'there is no room',
    );
  });

  it('reads a template once, whatever becomes of its file', () => {
    const file = join(dir, 'kept.json');
    writeFileSync(file, JSON.stringify({ type: 'AdaptiveCard', body: [line('${text}')] }));
    const drawn = (text: string) => rendererOf(dir)({ template: 'kept', data: { text } }).body;
    assert.deepEqual(drawn('x'), [line('x')]);
    rmSync(file);
    assert.deepEqual(drawn('y'), [line('y')]);
  });

  it('draws what stands in other JSON as it was drawn', () => {
    writeFileSync(join(dir, 'carried.json'), JSON.stringify({ type: 'AdaptiveCard', body: [line('${name}')] }));
    const card = createRenderer(dir)({ template: 'carried', data: { name: 'ü "–" \\ ${x}' } });
    const around = {
      none: undefined,
      list: [card, undefined, null, 'x"'],
      within: { 'a"b': card, n: 1 },
      at: new Date(0),
    };
    assert.equal(jsonWithCards(around), JSON.stringify(around));
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
      'お知らせの内容を、ご自身の言葉で質問してください。「トピック」と入力することもできます。',
      '请输入客户名称，或者将文件拖放到此处，然后按照提示操作即可完成上传。',
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
        () => rendererOf(dir)({ template, data }),
        (error) => error instanceof ProgrammingError && message.test(error.message),
      );
    });
  }
});
