import assert from 'node:assert/strict';
import { claimKey } from '../../src/claims/normalise.ts';
import { bestByCustomer, customerScore, distinctiveWords, possibleClaimIds } from '../../src/poe/matching.ts';
import { claimRecord } from '../claims/fixtures.ts';

const finds = (claimId: string, ...texts: string[]): void =>
  assert.ok(possibleClaimIds(texts).map(claimKey).includes(claimKey(claimId)), `${claimId} in ${texts}`);

describe('a claim ID in what was written', () => {
  it('is found between any other words, whatever characters it is made of', () => {
    const ids = [
      'CLM-1001',
      'CLM_0001',
      'A/17 (b)',
      '(A)-17',
      '#17',
      '20012345',
      'A.1.2',
      'Ä-7é',
      'क्लेम-१',
      'x+y=z',
      '[7]',
    ];
    for (const id of ids) {
      finds(id, id);
      finds(id, `here is the SOW for ${id}, please file it`);
      finds(id, 'nothing here', `sow ${id}.pdf`);
      finds(id, `SOW_${id}_signed.pdf`);
      finds(id, `(${id})`, `“${id}”.`);
    }
  });

  it('is found in decomposed spelling, as some systems write file names', () => {
    finds('CLÉ-7é', 'sow CLÉ-7é.pdf'.normalize('NFD'));
  });

  it('is found at the end of a long message’s beginning, and the search stays small for any text', () => {
    finds('CLM-9', `${'word '.repeat(180)}CLM-9`);
    const hostile = [
      '-'.repeat(10_000),
      'a-'.repeat(5_000),
      '((((('.repeat(2_000),
      'x'.repeat(10_000),
      '\u0301'.repeat(5_000),
    ];
    for (const text of hostile) assert.ok(possibleClaimIds([text]).length <= 1_000, text.slice(0, 10));
    assert.ok(possibleClaimIds(Array.from({ length: 11 }, (_, i) => `a${i} `.repeat(300))).length <= 1_000);
  });
});

describe('a customer’s name in what was written', () => {
  it('scores by its telling words', () => {
    assert.equal(customerScore('Contoso Retail', ['sow for contoso retail']), 1);
    assert.equal(customerScore('Contoso Retail Ltd', ['CONTOSO_sow.pdf']), 0.5);
    assert.equal(customerScore('Café Müller', ['cafe muller.pdf']), 1);
    assert.equal(customerScore('Contoso', ['contosoft']), 0);
  });

  it('is not made of words that all such documents hold', () => {
    assert.equal(customerScore('The Microsoft Group Ltd', ['the microsoft group ltd']), 0);
    assert.equal(customerScore('', ['']), 0);
    assert.equal(customerScore('!!!', ['!!!']), 0);
    assert.deepEqual(distinctiveWords(['The final signed copy of the POE document 2020.pdf', 'a an 365']), []);
  });

  it('is looked for by words of any script, short ones too where a script has no longer ones', () => {
    assert.deepEqual(distinctiveWords(['東京商事_見積.pdf']), ['東京商事', '見積']);
    assert.deepEqual(distinctiveWords(['Αθήνα', 'ООО Ромашка']).sort(), ['αθηνα', 'ооо', 'ромашка'].sort());
  });

  const claims = (...names: string[]) =>
    names.map((customerName, i) => claimRecord({ claimId: `C-${i}`, customerName }));

  it('proposes the best match, and the more urgent one of two claims of the same customer', () => {
    const [retail, group] = claims('Contoso Retail', 'Contoso');
    const { best, matches } = bestByCustomer(
      [group, retail].filter((a) => a !== undefined),
      ['contoso retail.pdf'],
    );
    assert.equal(matches.length, 2);
    // Both names stand there whole: which of the two is meant cannot be told.
    assert.equal(best, undefined);
    const [late, soon] = claims('Fabrikam', 'FABRIKAM');
    const ranked = [
      { ...late, rank: 2 },
      { ...soon, rank: 0 },
    ] as ReturnType<typeof claims>;
    assert.equal(bestByCustomer(ranked, ['fabrikam']).best?.claimId, 'C-1');
  });

  it('proposes none of two customers that fit equally well, and offers both', () => {
    const { best, matches } = bestByCustomer(claims('Contoso Retail', 'Contoso Bank', 'Fabrikam'), ['contoso.pdf']);
    assert.equal(best, undefined);
    assert.deepEqual(
      matches.map(({ customerName }) => customerName),
      ['Contoso Retail', 'Contoso Bank'],
    );
  });

  it('stays with what it is given when there are many', () => {
    const many = claims(...Array.from({ length: 4_000 }, (_, i) => `Customer ${i} Holding`), 'Wingtip Toys');
    assert.equal(bestByCustomer(many, ['wingtip toys.pdf']).best?.customerName, 'Wingtip Toys');
  });
});
