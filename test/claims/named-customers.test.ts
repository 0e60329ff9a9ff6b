/** Customers that a message names amid other words, slips of the keyboard aside. */
import assert from 'node:assert/strict';
import type { Claim } from '../../src/claims/claim.ts';
import { customersNamedIn } from '../../src/claims/named-customers.ts';
import { searchText } from '../../src/claims/normalise.ts';

const CUSTOMERS = [
  'Contoso Retail',
  'Contoso Hotels GmbH',
  'Fabrikam, Inc.',
  'Northwind Traders',
  'Wingtip Toys',
  'Tailspin Toys',
  'Adventure Works',
  'Alpine Ski House',
  'Woodgrove Bank',
  'Müller & Söhne KG',
  'Litware',
];
const CLAIMS = CUSTOMERS.map((customerName, i) => ({ _id: String(i), customerName }) as Claim);

/** The customers found, and how often the store was searched. */
async function found(message: string, ...words: string[]): Promise<string[]> {
  const named = await customersNamedIn(message, words, async (part) =>
    CLAIMS.filter(({ customerName }) => searchText([customerName]).includes(part)),
  );
  return named?.claims.map(({ customerName }) => customerName) ?? [];
}

const CASES: [message: string, words: string, customers: string[]][] = [
  ['what do we have for Fabrikam in the system', 'fabrikam', ['Fabrikam, Inc.']],
  ['pull up the Northwnd Traders one would you mate', 'northwnd traders', ['Northwind Traders']],
  ['let me have a look on the Alpine Skihouse one', 'alpine skihouse', ['Alpine Ski House']],
  ['the details for Alpine Sky House', 'alpine', ['Alpine Ski House']],
  ['i need the details on woodgrove bnak', 'woodgrove bnak', ['Woodgrove Bank']],
  ["I'm on the phone with Woodgrove Bank’s CIO", 'woodgrove', ['Woodgrove Bank']],
  ['I cannot do Adventure Wroks', 'adventure wroks', ['Adventure Works']],
  ['whats going on with the wingtp toys one', 'wingtp toys', ['Wingtip Toys']],
  ['bring up litwre', 'litwre', ['Litware']],
  ['mueller und soehne, or Müller & Söhne', 'müller söhne', ['Müller & Söhne KG']],
  // One word that two customers have says neither of them.
  ['how is Contoso doing', 'contoso', ['Contoso Retail', 'Contoso Hotels GmbH']],
  ['how is Contoso Hotels doing', 'contoso hotels', ['Contoso Hotels GmbH']],
  // Words that the bot knows name a customer together, not one of them.
  ['show me the Adventure Works one', '', ['Adventure Works']],
  ['show me the Adventure ones', '', []],
  // A later word of a name names nobody.
  ['we sell toys', 'toys', []],
  ['a bank that nobody knows', 'bank nobody', []],
  ['tell me about litigation', 'litigation', []],
];

describe('customers named amid other words', () => {
  for (const [message, words, customers] of CASES)
    it(`finds ${customers.join(' and ') || 'nobody'} in “${message}”`, async () => {
      assert.deepEqual(await found(message, ...words.split(' ')), customers);
    });

  it('are searched for once by a word that the bot knows, and by its ends besides where it is strange', async () => {
    const searched: string[] = [];
    await customersNamedIn('see you on Friday about zxqvw', ['zxqvw'], async (part) => {
      searched.push(part);
      return [];
    });
    assert.deepEqual(searched, ['zxqvw', 'zxqv', 'xqvw', 'friday']);
  });

  it('are searched for by five words at most, of four letters at least', async () => {
    const searched: string[] = [];
    await customersNamedIn(
      'some words',
      ['abc', 'strange', 'stranger', 'strangest', 'oddly', 'another', 'sixth'],
      async (part) => {
        searched.push(part);
        return [];
      },
    );
    assert.deepEqual(new Set(searched.map((part) => part.length)), new Set([4, 5, 7, 8, 9]));
    assert.equal(searched.length, 15);
  });
});
