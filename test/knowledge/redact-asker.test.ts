import assert from 'node:assert/strict';
import { questionKey } from '../../src/knowledge/questions.ts';
import { redactAsker } from '../../src/knowledge/redact-asker.ts';
import { cpuMs } from '../support/cpu-ms.ts';

const ADELE = { name: 'Adele Vance', upn: 'adelev@contoso.example', email: 'adele.vance@contoso.example' };

describe('what somebody asked is kept', () => {
  const cases: [what: string, text: string, kept: string][] = [
    ['without their name', 'Adele Vance here. May I sign?', '… here. May I sign?'],
    ['without it in another order and case', 'this is VANCE, Adele', 'this is …'],
    ['without it where an initial stands within', 'Adele M. Vance asks', '… asks'],
    ['without it in the possessive', 'are these Adele Vance’s claims', 'are these …’s claims'],
    ['without their user name and e-mail', 'AdeleV@contoso.example or adele.vance@contoso.example.', '… or ….'],
    ['without an address in brackets and links', '(adelev@contoso.example)<adelev@contoso.example>', '(…)<…>'],
    [
      'with the names and addresses of others',
      'Megan Bowen, meganb@contoso.example',
      'Megan Bowen, meganb@contoso.example',
    ],
    ['with addresses that only begin or end alike', 'xadelev@contoso.example.com', 'xadelev@contoso.example.com'],
    ['with one word of the name, which may be a word', 'may Adele upload?', 'may Adele upload?'],
    ['with longer words that begin alike', 'Adelec Vancement', 'Adelec Vancement'],
    ['with what is no name at all', 'a@b, @, @@, a@@b', 'a@b, @, @@, a@@b'],
  ];
  for (const [what, text, kept] of cases) it(what, () => assert.equal(redactAsker(text, ADELE), kept));

  it('as it is where the asker has a name of one word, signs, or no name', () => {
    for (const name of ['Will', '', '(.*)+ [', 'A B'])
      assert.equal(redactAsker('will a b (.*)+ [', { name }), 'will a b (.*)+ [');
  });

  it('without names in other scripts and with signs in them', () => {
    assert.equal(redactAsker('hier ist Zoë O’Brien-Müller', { name: 'Müller, Zoë O’Brien' }), 'hier ist …');
    assert.equal(redactAsker('это Анна Петрова', { name: 'Анна Петрова (Contoso)' }), 'это …');
  });

  it('under the same key for all who put their names into the same question', () => {
    const megan = { name: 'Megan Bowen', upn: 'meganb@contoso.example' };
    assert.equal(
      questionKey(redactAsker('I am Adele Vance (adelev@contoso.example), who signs?', ADELE)),
      questionKey(redactAsker('I am Megan Bowen (meganb@contoso.example), who signs?', megan)),
    );
  });

  it('in a time by its length only', () => {
    for (const piece of ['Adele ', 'Adele,', 'a', '@', 'a@', 'Adele Vance ', "Adele'''", 'Adele V ']) {
      const text = piece.repeat(Math.floor(10_000 / piece.length));
      const ms = cpuMs(() => redactAsker(text, ADELE));
      assert.ok(ms < 100, `${piece}: ${ms} ms`);
    }
  });
});
