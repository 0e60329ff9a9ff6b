import assert from 'node:assert/strict';
import { attachmentHeader } from '../../src/files/attachment.ts';

describe('the header of a file to keep', () => {
  const cases: Record<string, readonly [name: string, header: string]> = {
    'has its name': ['sow.pdf', `attachment; filename="sow.pdf"; filename*=UTF-8''sow.pdf`],
    'has a name of other signs twice': [
      'Vertrag – Größe (2).pdf',
      `attachment; filename="Vertrag _ Gr__e (2).pdf"; filename*=UTF-8''Vertrag%20%E2%80%93%20Gr%C3%B6%C3%9Fe%20%282%29.pdf`,
    ],
    'ends at no sign of a name': [
      'a";x="b\'c%41.pdf',
      `attachment; filename="a_;x=_b'c_41.pdf"; filename*=UTF-8''a%22%3Bx%3D%22b%27c%2541.pdf`,
    ],
    'has no line of its own': [
      'a\r\nSet-Cookie: x=1',
      `attachment; filename="a Set-Cookie: x=1"; filename*=UTF-8''a%20Set-Cookie%3A%20x%3D1`,
    ],
    'has no path': ['../../etc/passwd', `attachment; filename="passwd"; filename*=UTF-8''passwd`],
    'bears half of a pair': ['a\ud83d.pdf', `attachment; filename="a.pdf"; filename*=UTF-8''a.pdf`],
  };
  for (const [what, [name, header]] of Object.entries(cases))
    it(what, () => {
      assert.equal(attachmentHeader(name), header);
    });
});
