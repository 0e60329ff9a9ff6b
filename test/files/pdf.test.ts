import assert from 'node:assert/strict';
import { bytesIn } from '../../src/files/bytes.ts';
import { refuseLockedPdf } from '../../src/files/pdf.ts';
import { dictionaryAt } from '../../src/files/pdf-syntax.ts';
import { withProblem } from '../support/problems.ts';

const ID = '3837363963373233383466343137343835373766366335376232336666626131';
/** What pypdf 6 writes for no password to open, and for “secret”: revision, U, O. */
const ENCRYPTED: readonly (readonly [what: string, opens: boolean, entries: string])[] = [
  [
    'RC4 of 40 bits',
    true,
    '/V 1/R 2/P -4/Length 40/U<95134db6d935dd30bed2f9da731080b2c054ba8c175478c57e02ced95125d985>/O<c92422687facee686e373f10b5c7d04738053152f7e2ee30e11c69ec442576ab>',
  ],
  [
    'RC4 of 40 bits',
    false,
    '/V 1/R 2/P -4/Length 40/U<e4b44d44da340d7cbcae97724c5d9489af4be9fe57ff80c7653afa206c759452>/O<92fe0f4454ad4c9644693f33c07cb54f587dce1e2682fe9ecea6107a1ef630dd>',
  ],
  [
    'RC4 of 128 bits',
    true,
    '/V 2/R 3/P 4294967292/Length 128/U<02ea947e14572002bcf660f4d4044b8a28bf4e5e4e758a4164004e56fffa0108>/O<566fa873ee33c797cd3b904fdadf814afa34df9a38f6ed41b984e2c6da2aa6f5>',
  ],
  [
    'RC4 of 128 bits',
    false,
    '/V 2/R 3/P -4/Length 128/U<c696fed854e45ec7f821a7154d149d1028bf4e5e4e758a4164004e56fffa0108>/O<0db5855fc5326569e765906caf64e4429a4c20d6e996fdef963e9b5080f9e083>',
  ],
  [
    'AES of 128 bits',
    true,
    '/V 4/R 4/P -4/CF<</StdCF<</CFM/AESV2>>>>/U<02ea947e14572002bcf660f4d4044b8a28bf4e5e4e758a4164004e56fffa0108>/O<566fa873ee33c797cd3b904fdadf814afa34df9a38f6ed41b984e2c6da2aa6f5>',
  ],
  [
    'AES of 128 bits',
    false,
    '/V 4/R 4/P -4/U<c696fed854e45ec7f821a7154d149d1028bf4e5e4e758a4164004e56fffa0108>/O<0db5855fc5326569e765906caf64e4429a4c20d6e996fdef963e9b5080f9e083>',
  ],
  [
    'AES of 256 bits, at first',
    true,
    '/V 5/R 5/P -4/U<70209dc38ba750108a57db9c83f947dabc12b7c8f4b88271548a33cad2837f66df13e685b073fd00e458a650d7229223>/O<00>',
  ],
  [
    'AES of 256 bits, at first',
    false,
    '/V 5/R 5/P -4/U<eeec4708ab4c03784e3d33e1307ba5979f37695dcae51ae628241fe4099354d81a2f1dd8a47d558b8ad0cdb5faaa5036>/O<00>',
  ],
  [
    'AES of 256 bits',
    true,
    '/V 5/R 6/P -4/U<3af0f7a6cdaacfe80f3da7803e69e048a16e9acc6cf24bb33535b8e81465d6813134c13f60639358f607074f77014cb2>/O<00>',
  ],
  [
    'AES of 256 bits',
    false,
    '/V 5/R 6/P -4/U<f50da17d01f626fdd7cf1a70c08efb5201aed85eb95bbbd63fd1b2b7f0beb89f353437e8017a52176301231a5040304e>/O<00>',
  ],
];

const check = (text: string) => refuseLockedPdf(bytesIn(Buffer.from(text, 'latin1')));
const pdf = (objects: string, trailer: string) =>
  `%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n${objects}\n${trailer}\nstartxref\n0\n%%EOF\n`;
const trailer = (more: string) => `trailer\n<</Root 1 0 R ${more}/ID[<${ID}><00>]>>`;

describe('a PDF that is encrypted', () => {
  for (const [what, opens, entries] of ENCRYPTED) {
    const dictionary = `<</Filter/Standard${entries}>>`;
    const expect = async (text: string) => {
      if (opens) await check(text);
      else await assert.rejects(check(text), withProblem('file.protected'));
    };

    it(`by ${what} ${opens ? 'opens without a password' : 'is told to need one'}, wherever that stands`, async () => {
      await expect(pdf(`12 0 obj\n${dictionary}\nendobj`, trailer('/Encrypt 12 0 R')));
      await expect(pdf('', trailer(`/Encrypt ${dictionary}`)));
      // A cross-reference stream in place of a trailer, and objects whose numbers end alike.
      const stream = `9 0 obj<</Type/XRef/Size 3/Encrypt 2 0 R/ID[<${ID}><00>]/Length 3>>stream\nabc\nendstream endobj`;
      await expect(pdf(`112 0 obj<</R 2>>endobj 2 0 obj\n${dictionary} endobj`, stream));
      // Far from both ends.
      const far = `${'x'.repeat(3_000_000)}\n12 0 obj${dictionary}endobj\n${'y'.repeat(200_000)}`;
      await expect(pdf(far, trailer('/Encrypt 12 0 R')));
    });

    it(`by ${what} is read with its strings in any form`, async () => {
      const literal = dictionary.replace(/<([0-9a-f]{4,})>/g, (_, hex: string) => {
        const escaped = [...Buffer.from(hex, 'hex')].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`);
        return `(${escaped.join('')})`;
      });
      await expect(pdf(`12 0 obj${literal}endobj`, trailer('/Encrypt 12 0 R')));
    });
  }

  it('for a certificate or by another program is told to be protected', async () => {
    for (const filter of ['/Adobe.PubSec', '/FOPN_foweb'])
      await assert.rejects(check(pdf('', trailer(`/Encrypt<</Filter${filter}>>`))), withProblem('file.protected'));
  });

  it('in a way that nobody knows, or only in words, is taken', async () => {
    for (const text of [
      pdf('', trailer('')),
      pdf('12 0 obj<</Length 40>>stream\n(/Encrypt 1 0 R) <</Encrypt<</Filter/X>>>>\nendstream endobj', trailer('')),
      pdf('', trailer('/Encrypt 99 0 R')),
      pdf('', trailer('/Encrypt<</Filter/Standard/R 6>>')),
      pdf('', trailer('/Encrypt<</Filter/Standard/R 99/U<00>/O<00>>>')),
      pdf('', trailer('/Encrypt<<')),
      pdf('', `trailer${'<</A'.repeat(5_000)}`),
      pdf('', `trailer<</Encrypt(${'('.repeat(20_000)}`),
      'trailer<<',
      '',
    ])
      await check(text);
  });
});

describe('the syntax of a PDF', () => {
  it('is read as far as a dictionary goes', () => {
    const read = dictionaryAt(
      '<</A 1/B -2.5/C true/D(a\\)\\(b(c)\\n\\\\\\101\\\r\nd)/E<4a4>/F[1 0 R/G]/H<</I null>> % x\n/J 2 0 R>>x',
      0,
    );
    assert.deepEqual(Object.fromEntries(read ?? []), {
      A: 1,
      B: -2.5,
      C: true,
      D: Buffer.from('a)(b(c)\n\\Ad'),
      E: Buffer.from('4a40', 'hex'),
      F: ['1 0 R', '/G'],
      H: new Map([['I', 'null']]),
      J: '2 0 R',
    });
    for (const broken of ['', '<<', '<</A', '<</A>>', '<</A(x>>', '<</A<41>', '[1]', '<<1 2>>', '<</A[1>>', '<</A)>>'])
      assert.equal(dictionaryAt(broken, 0), undefined, broken);
  });
});
