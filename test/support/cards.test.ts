import assert from 'node:assert/strict';
import { type AdaptiveCard, button, buttons, input, press, texts } from './cards.ts';

const card: AdaptiveCard = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'TextBlock', text: 'File POE' },
    { type: 'TextBlock', text: 'hidden', isVisible: false },
    { type: 'FactSet', facts: [{ title: 'Claim', value: 'C-1' }] },
    { type: 'ColumnSet', columns: [{ type: 'Column', items: [{ type: 'Input.Text', id: 'note', label: 'Note' }] }] },
    {
      type: 'Input.ChoiceSet',
      id: 'claim',
      label: 'Claim',
      isRequired: true,
      value: 'c1',
      choices: [
        { title: 'Contoso', value: 'c1' },
        { title: 'Fabrikam', value: 'c2' },
      ],
    },
    {
      type: 'Input.ChoiceSet',
      id: 'workloads',
      isMultiSelect: true,
      value: 'w1,w2',
      choices: ['w1', 'w2'].map(choice),
    },
    { type: 'Input.Toggle', id: 'sure', title: 'Sure', valueOn: 'yes', valueOff: 'no' },
    {
      type: 'ActionSet',
      actions: [{ type: 'Action.Execute', title: 'Open', verb: 'claim.open', data: { claim: '1' } }],
    },
    {
      type: 'ActionSet',
      actions: [{ type: 'Action.Execute', title: 'Open', verb: 'claim.open', data: { claim: '2' } }],
    },
  ],
  actions: [
    { type: 'Action.Execute', title: 'File', verb: 'poe.file', data: { draft: 'd1' } },
    { type: 'Action.Execute', title: 'Discard', verb: 'poe.discard', data: { draft: 'd1' }, associatedInputs: 'none' },
    {
      type: 'Action.ShowCard',
      title: 'More',
      card: {
        type: 'AdaptiveCard',
        body: [{ type: 'Input.Text', id: 'inner', value: 'x' }],
        actions: [{ type: 'Action.Submit', title: 'Send' }],
      },
    },
  ],
};

function choice(value: string) {
  return { title: value.toUpperCase(), value };
}

describe('reading a card', () => {
  it('gives the visible text in reading order', () => {
    const seen = ['File POE', 'Claim', 'C-1', 'Note', 'Claim', 'Contoso', 'W1', 'W2', 'Sure', 'Open', 'Open'];
    assert.deepEqual(texts(card), [...seen, 'File', 'Discard', 'More', 'x', 'Send']);
  });

  it('finds buttons and inputs wherever they stand, or says which there are', () => {
    assert.equal(buttons(card).length, 6);
    assert.equal(button(card, 'poe.file').title, 'File');
    assert.deepEqual(button(card, 'Open', 1).data, { claim: '2' });
    assert.throws(() => button(card, 'Open'), /2 buttons "Open": say which/);
    assert.throws(() => button(card, 'Close'), /no button "Close"; there are: "Open", "Open", "File"/);
    assert.equal(input(card, 'note').label, 'Note');
    assert.throws(() => input(card, 'nope'), /no input "nope".*"note", "claim"/);
  });
});

describe('pressing a button', () => {
  it('merges the inputs with their defaults into the data, and leaves empty ones out', () => {
    const { data } = press(card, 'File', { claim: 'c2' });
    assert.deepEqual(data, { draft: 'd1', claim: 'c2', workloads: 'w1,w2', sure: 'no' });
  });

  it('sends several choices as one string, and takes an input back to empty', () => {
    assert.deepEqual(press(card, 'File', { workloads: ['w2'], note: 'n' }).data, {
      ...{ draft: 'd1', note: 'n', claim: 'c1', workloads: 'w2', sure: 'no' },
    });
    assert.deepEqual(press(card, 'File', { workloads: '' }).data, { draft: 'd1', claim: 'c1', sure: 'no' });
  });

  it('sends no inputs where the action is associated with none', () => {
    assert.deepEqual(press(card, 'Discard').data, { draft: 'd1' });
  });

  it('counts inputs of a nested card only for its own buttons', () => {
    assert.equal((press(card, 'Send').data as { inner: string }).inner, 'x');
    assert.throws(() => press(card, 'File', { inner: 'y' }), /no input "inner" for this button/);
  });

  it('does not send what a client would not', () => {
    assert.throws(() => press(card, 'File', { claim: '' }), /"claim" is required/);
    assert.throws(() => press(card, 'File', { claim: 'c9' }), /"claim" has no choice "c9"/);
    assert.throws(() => press(card, 'File', { workloads: ['w1', 'w9'] }), /no choice "w9"/);
  });

  it('sends anything for a forger', () => {
    assert.deepEqual(press(card, 'File', {}, { data: 'junk' }).data, 'junk');
    assert.equal((press(card, 'File', { claim: 'c9' }, { force: true }).data as { claim: string }).claim, 'c9');
  });
});
