import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../../src/errors.ts';
import { fileKind } from '../../src/files/file-kind.ts';
import { office } from './documents.ts';

const TRANSITIONAL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STRICT = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
const MICROSOFT = 'http://schemas.microsoft.com/office/2006/relationships';

interface Relationship {
  readonly type: string;
  readonly target: string;
  readonly mode?: string;
}

function rels(...relationships: readonly Relationship[]): string {
  const tags = relationships.map(
    ({ type, target, mode = 'External' }, i) =>
      `<Relationship Id="rId${i}" Type="${type}" Target="${target}" TargetMode="${mode}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${tags.join('')}</Relationships>`;
}

describe('a document that acts', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'acts-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const read = async (bytes: Buffer) => {
    const path = join(folder, 'file');
    await writeFile(path, bytes);
    return fileKind(path, 'poe.docx');
  };
  const refuses = (
    what: string,
    code: string,
    parts: Record<string, string>,
    kind: 'docx' | 'xlsx' | 'pptx' = 'docx',
  ) =>
    it(`by ${what} is refused`, async () => {
      await assert.rejects(read(office(kind, { parts })), (error) => {
        assert.ok(error instanceof UserError, String(error));
        assert.equal(error.problem.code, code);
        return true;
      });
    });
  const takes = (what: string, parts: Record<string, string>, kind: 'docx' | 'xlsx' | 'pptx' = 'docx') =>
    it(`is not one with ${what}`, async () => assert.equal(await read(office(kind, { parts })), kind));

  const settings = (relationship: Partial<Relationship>) => ({
    'word/_rels/settings.xml.rels': rels({ type: `${TRANSITIONAL}/attachedTemplate`, target: 'x', ...relationship }),
  });
  const ELSEWHERE = 'file.loads-from-elsewhere';
  for (const target of [
    'http://evil.example/t.dotm',
    'HTTPS://evil.example/t.dotx',
    '\\\\evil.example\\share\\t.dotm',
    '//evil.example/share/t.dotm',
    'file://evil.example/share/t.dotm',
    'file:///\\\\evil.example\\share\\t.dotm',
    'file:///%5C%5Cevil.example%5Cshare%5Ct.dotm',
    'ftp://evil.example/t',
    'mhtml:http://evil.example/t!x',
    '&#104;ttp://evil.example/t.dotm',
  ])
    refuses(`a template at ${target}`, ELSEWHERE, settings({ target }));
  refuses('a template without a mode', ELSEWHERE, settings({ target: 'http://evil.example/t', mode: 'Internal' }));
  refuses(
    'a template of the strict kind',
    ELSEWHERE,
    settings({ type: `${STRICT}/attachedTemplate`, target: 'http://e.example' }),
  );
  for (const type of ['oleObject', 'frame', 'subDocument', 'aFChunk'])
    refuses(`a remote ${type}`, ELSEWHERE, {
      'word/_rels/document.xml.rels': rels({ type: `${TRANSITIONAL}/${type}`, target: 'http://evil.example/x' }),
    });
  refuses('a template named from a folder of any name', ELSEWHERE, {
    'Other/_RELS/Any.xml.RELS': rels({ type: `${TRANSITIONAL}/attachedTemplate`, target: 'http://evil.example/t' }),
  });
  takes(
    'a template on the author’s own disk',
    settings({ target: 'file:///C:\\Users\\adele\\Templates\\Contoso.dotx' }),
  );
  takes(
    'a template on a share of the author’s own network',
    settings({ target: 'file:///\\\\FILES1\\Templates\\Contoso.dotx' }),
  );
  for (const target of ['\\\\3232235777\\s\\t.dotm', '\\\\evil@ssl\\s\\t.dotm', '//192.0.2.7/s/t.dotm'])
    refuses(`a template at ${target}`, ELSEWHERE, settings({ target }));
  takes('a template on a Mac', settings({ target: 'file:///Users/adele/Templates/Contoso.dotx' }));
  takes('a template by its path', settings({ target: 'Contoso.dotx' }));
  takes('links and a linked picture', {
    'word/_rels/document.xml.rels': rels(
      { type: `${TRANSITIONAL}/hyperlink`, target: 'https://partner.microsoft.com/' },
      { type: `${TRANSITIONAL}/image`, target: 'https://contoso.example/logo.png' },
    ),
  });

  for (const [type, base] of [
    ['vbaProject', MICROSOFT],
    ['vbaProjectSignature', MICROSOFT],
    ['wordVbaData', MICROSOFT],
    ['xlMacrosheet', MICROSOFT],
    ['activeXControlBinary', MICROSOFT],
    ['control', TRANSITIONAL],
  ] as const)
    refuses(`macros that only a relationship names (${type})`, 'file.macros', {
      'word/_rels/document.xml.rels': rels({ type: `${base}/${type}`, target: 'theme/data.bin', mode: 'Internal' }),
      'word/theme/data.bin': 'data',
    });

  for (const name of ['word/embeddings/oleObject1.bin', 'word/media/image1.png', 'customXml/item1.xml'])
    refuses(`a program as ${name}`, 'file.program-inside', { [name]: `MZ${'\x90\0\x03'.repeat(99)}` });
  takes('an embedded workbook and an empty part', { 'word/embeddings/book.xlsx': 'PK\x03\x04', 'word/empty.bin': '' });

  refuses('relationships that cannot be read', 'file.damaged', {
    'word/_rels/document.xml.rels': '<Relationships><Rel',
  });
  refuses('relationships in another encoding', 'file.damaged', { 'word/_rels/document.xml.rels': '\ufeff\0<\0R\0' });
});
