/** What holds for every sentence of the bot (DESIGN 2): updating is recommended, never required; and no shouting. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const SRC = join(import.meta.dirname, '..', 'src');
const SAID_IN = /(?:texts|refusals)\.ts$/;

/** The string literals of a source text, templates too; comments are left out. */
function literals(source: string): string[] {
  const token = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g;
  return [...source.matchAll(token)].map(([text]) => text).filter((text) => !/^\/[/*]/.test(text));
}

describe('the bot’s texts', () => {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((path) => SAID_IN.test(path));

  it('are found in every room that speaks', () => {
    const rooms = files.map((path) => path.replace(/\\/g, '/'));
    for (const room of ['claims', 'claims/import', 'campaign', 'conversation', 'poe', 'files'])
      assert.ok(rooms.includes(`${room}/texts.ts`), room);
  });

  for (const path of files) {
    it(`recommend, and neither demand nor shout, in ${path}`, async () => {
      const file = join(SRC, path);
      await assert.doesNotReject(import(file));
      const said = literals(readFileSync(file, 'utf8'));
      assert.ok(said.length > 0);
      for (const text of said) {
        assert.doesNotMatch(
          text,
          /\b(?:requir\w*|must|mandatory|obligat\w*|have to|compulsory)\b/i,
          relative(SRC, file),
        );
        assert.doesNotMatch(text.replace(/\$\{[^}]*\}/g, ''), /!|\bplease\b.*\bplease\b/i, relative(SRC, file));
      }
    });
  }

  it('are scanned by a reader that sees strings and no comments', () => {
    assert.deepEqual(literals("a = 'x'; // 'no'\n/* \"no\" */ b = `y ${c} 'z'`;"), ["'x'", "`y ${c} 'z'`"]);
  });
});
