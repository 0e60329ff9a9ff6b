/** Whoever follows a comment or a document to another one arrives. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commentsIn, references } from './references.ts';

const ROOT = join(import.meta.dirname, '../..');
const FOLDERS = ['src', 'tab', 'test', 'scripts', 'bench', 'docs', 'knowledge', 'adaptive-cards', 'manifest', 'sample'];
const CODE = /^(?:src|test|scripts|bench)\/.*\.(?:ts|mjs|txt)$/;
const DOCUMENT = /^(?:docs\/.*|knowledge\/README|[^/]+)\.md$/;

/** All that may be cited; the texts are of those alone that cite. */
function filesOfTheProject(): Map<string, string> {
  const inFolders = FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1)),
  );
  const atTheTop = readdirSync(ROOT, { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? entry.name : []));
  return new Map(
    [...inFolders, ...atTheTop]
      .map((path) => path.replaceAll('\\', '/'))
      .map((path) => {
        const cites = CODE.test(path) || DOCUMENT.test(path) || path === '.env.sample';
        return [path, cites ? readFileSync(join(ROOT, path), 'utf8') : ''];
      }),
  );
}

describe('what comments and documents cite', () => {
  it('is there, with the section or the number that they name', () => {
    const { wrong, count } = references(filesOfTheProject());
    assert.deepEqual(wrong, []);
    // Nothing would be wrong either where nothing was found.
    assert.ok(count > 100, `only ${count} references were found`);
  });

  const HOUSE: readonly (readonly [string, string])[] = [
    ['README.md', '# Bot\n\n## Try it\n\n**Watching it.** See [the guide](docs/guide.md), section 2.\n'],
    ['docs/guide.md', '# Guide\n\n## 1. Begin\n\n## 2. Go on\n\nAs in section 1.\n'],
    [
      'docs/limits.md',
      '# Limits\n\n## Figures\n\n## Traps\n\n1. **Again.** It comes again.\n2. **Late.** As trap 1.\n',
    ],
    ['docs/decisions/0007-turns.md', '# 7. Turns\n'],
    ['src/teams/bot.ts', ''],
  ];
  const wrongWith = (path: string, text: string): readonly string[] =>
    references(new Map([...HOUSE, [path, text]])).wrong;

  it('is found in a small project', () => {
    assert.deepEqual(references(new Map(HOUSE)), { count: 4, wrong: [] });
  });

  for (const comment of [
    '/** A limit (docs/limits.md, "Figures"). */',
    '/** Both of them: docs/limits.md, traps 1 and 2. */',
    '/** Wrapped (docs/limits.md,\n * "Figures" and "Traps"). */',
    '// As the guide says (docs/guide.md, section 2,\n// "Go on"), and README, "Watching it".',
    '/* Decisions 7 and 0007. */',
    "const name = 'DESIGN 6, docs/nowhere.md, decision 12'; // decision 7",
    'const text = `decision 12 ${of} // QA`;',
    'const pattern = /"docs\\/nowhere.md'.concat('|decision 12/;'),
    'const STORAGE = 1;',
  ])
    it(`may be cited as ${JSON.stringify(comment)}`, () => {
      assert.deepEqual(wrongWith('src/x.ts', comment), []);
    });

  const comments: readonly (readonly [string, string])[] = [
    ['/** Roles (DESIGN 6). */', 'DESIGN is no document of this repository'],
    ['// PLATFORM, trap 4', 'PLATFORM is no document of this repository'],
    ['/** (docs/platform.md, trap 4) */', 'docs/platform.md is not there'],
    ['/** (docs/limits.md, trap 3) */', 'docs/limits.md, 3 is not in it'],
    ['/** (docs/limits.md, traps 1, 2 and 30) */', 'docs/limits.md, 30 is not in it'],
    ['/** (docs/limits.md, "Figure") */', 'docs/limits.md, "Figure" is not in it'],
    ['/** (docs/limits.md,\n * "Figures" and “Cards”) */', 'docs/limits.md, "Cards" is not in it'],
    ['// (docs/guide.md,\n  // section 3)', 'docs/guide.md, 3 is not in it'],
    ['/** README, "Watching" */', 'README.md, "Watching" is not in it'],
    ['/** As CONTRIBUTING asks. */', 'CONTRIBUTING.md is not there'],
    ['f(`${a}`); /* decisions 7, 8 */', 'decision 8 is not there'],
  ];
  for (const [comment, problem] of comments)
    it(`is missed in ${JSON.stringify(comment)}`, () => {
      assert.deepEqual(wrongWith('src/x.ts', comment), [`src/x.ts: ${problem}`]);
    });

  const documents: readonly (readonly [string, string])[] = [
    ['See STYLE.\n', 'STYLE is no document of this repository'],
    ['See [it](docs/limits.md).\n', 'docs/limits.md is not there'],
    ['See [it](limits.md), trap 9.\n', 'limits.md, 9 is not in it'],
    ['As in section 4.\n', 'itself, 4 is not in it'],
    ['Read `src/teams/cat.ts`.\n', 'src/teams/cat.ts is not there'],
    ['Read `teams/bot.ts` and `teams/cat.ts`.\n', 'teams/cat.ts is not there'],
  ];
  for (const [text, problem] of documents)
    it(`is missed in a document with ${JSON.stringify(text)}`, () => {
      assert.deepEqual(wrongWith('docs/x.md', `# X\n\n${text}`), [`docs/x.md: ${problem}`]);
    });

  it('is not looked for in examples of code', () => {
    const text =
      '# X\n\n```js\nopen("docs/nowhere.md")\n```\n\n    cat nowhere.md\n\nWrite `cat`, `cat > nowhere.md`, `[it](nowhere)`.\n';
    assert.deepEqual(wrongWith('docs/x.md', text), []);
  });

  it('is read from comments alone', () => {
    const code = "a = 'x // no'; // one\n// two\n/* three */ b = /'\\/\\//; c = `${d} /* no */`; /** four\n * five */";
    assert.deepEqual(commentsIn('x.ts', code), ['one two', 'three', 'four five']);
    assert.deepEqual(commentsIn('x.txt', '# one\ntwo\n# three\n'), ['one', 'three']);
  });
});
