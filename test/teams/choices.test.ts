import assert from 'node:assert/strict';
import { entered, prepareChoices } from '../../src/teams/choices.ts';

describe('a choice of nothing', () => {
  const any = { title: 'Any', value: '' };
  const sell = { title: 'OSA Sell', value: 'OSA Sell' };

  it('has a value on the card, and comes back as the empty string', () => {
    const set = { value: '', choices: [any, sell] };
    prepareChoices(set);
    assert.notEqual(set.value, '');
    assert.deepEqual(set.choices, [{ title: 'Any', value: set.value }, sell]);
    const data = { page: 0, program: set.value, text: 'Contoso' };
    assert.deepEqual(entered(data), { page: 0, program: '', text: 'Contoso' });
  });

  it('keeps the choice of something', () => {
    const set = { value: 'OSA Sell', choices: [any, sell] };
    prepareChoices(set);
    assert.equal(set.value, 'OSA Sell');
  });

  it('leaves a set without it unselected', () => {
    const set = { value: '', choices: [sell] };
    prepareChoices(set);
    assert.deepEqual(set, { choices: [sell] });
  });
});

describe('the titles of expanded choices', () => {
  const title = (text: string, style = 'expanded') => {
    const set = { style, choices: [{ title: text, value: 'x' }] };
    prepareChoices(set);
    return set.choices[0]?.title;
  };

  it('lose the meaning that markdown gives them, and look the same', () => {
    assert.equal(title('*bold* [x](https://example.com)'), '∗bold∗ [x]\u200B(https://example.com)');
    assert.equal(title('_a_b_'), '\u200B_\u200Ba\u200B_\u200Bb\u200B_\u200B');
    assert.equal(title('- one'), '\u200B- one');
    assert.equal(title('1. one'), '\u200B1. one');
  });

  it('stay as they are where no markdown is read', () => {
    assert.equal(title('Exchange Online (Plan 1)'), 'Exchange Online (Plan 1)');
    assert.equal(title('*bold*', 'compact'), '*bold*');
  });
});
