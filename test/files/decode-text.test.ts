import assert from 'node:assert/strict';
import { decodeText, type TextEncoding } from '../../src/files/decode-text.ts';
import { ENCODINGS, encodedAs } from '../support/encodings.ts';

const exportOf = (customers: readonly string[]) =>
  [
    'Claim ID,Name,Customer name,Domain,Engagement,Workload,Status,Owner',
    ...customers.map(
      (name, i) => `CLM-${i},${name} FRP Migrated FRP,${name},c.example,OSU Microsoft 365,Teams,Approved,`,
    ),
  ].join('\r\n');

/** Names of customers as they stand in exports, in letters of that encoding. */
const CUSTOMERS: Partial<Record<TextEncoding, readonly string[]>> = {
  'windows-1252': ['Größe & Söhne GmbH', 'Société Générale', 'Banco Itaú', 'Ærø Færgerne A/S', 'L’Oréal'],
  'windows-1250': ['Łódź Spółka z o.o.', 'Žilina a.s.', 'Kovács Kft.', 'Česká spořitelna'],
  'windows-1251': ['Газпром нефть', 'Яндекс ООО', 'Сбербанк России'],
  'windows-1253': ['Εθνική Τράπεζα', 'Ελληνικά Πετρέλαια'],
  'windows-1254': ['Türk Telekom', 'İş Bankası', 'Şişecam A.Ş.', 'Yıldız Holding'],
  macintosh: ['Größe & Söhne GmbH', 'Müller GmbH', 'Société Générale', 'Señor Café'],
  shift_jis: ['株式会社日立製作所', 'トヨタ自動車', 'ソニー株式会社', 'みずほ銀行'],
  gb18030: ['中国工商银行', '华为技术有限公司', '阿里巴巴集团'],
  big5: ['台灣積體電路', '鴻海精密工業', '中華電信'],
  'euc-kr': ['삼성전자', '현대자동차', '신한은행'],
};

describe('decoding a text that does not say how it was saved', () => {
  for (const [encoding, customers] of Object.entries(CUSTOMERS)) {
    it(`recognises ${encoding}`, async () => {
      const text = exportOf(customers);
      const decoded = await decodeText(encodedAs(encoding, text));
      assert.equal(decoded?.text, text);
    });
  }

  it('reads one umlaut among English names right, from Windows and from a Mac', async () => {
    const text = exportOf(['Contoso', 'Müller GmbH', 'Fabrikam']);
    for (const encoding of ['windows-1252', 'macintosh'])
      assert.equal((await decodeText(encodedAs(encoding, text)))?.text, text, encoding);
  });

  for (const [name, encode] of Object.entries(ENCODINGS))
    it(`reads ${name} for sure`, async () => {
      const decoded = await decodeText(encode('Claim ID,Café\r\n1,Zoë'));
      assert.equal(decoded?.text.replace(/^\ufeff/, ''), 'Claim ID,Café\r\n1,Zoë');
    });

  it('reads UTF-16 without a mark whose letters are mostly others', async () => {
    const text = exportOf(
      ['株式会社日立製作所', 'トヨタ自動車', 'ソニー株式会社', 'みずほ銀行'].map((name) => name.repeat(20)),
    );
    assert.equal((await decodeText(Buffer.from(text, 'utf16le')))?.text, text);
    assert.equal((await decodeText(Buffer.from(text, 'utf16le').swap16()))?.encoding, 'utf-16be');
  });

  it('reads UTF-8 with a byte in it that is wrong', async () => {
    const text = exportOf(['Größe & Söhne GmbH', 'Société Générale', 'Müller GmbH']);
    const bytes = Buffer.concat([Buffer.from(text), Buffer.from('\r\nCLM-9,x\xffy', 'latin1')]);
    assert.match((await decodeText(bytes))?.text ?? '', /Größe & Söhne GmbH[\s\S]*Société Générale/);
  });

  it('leaves NULs at its end aside', async () => {
    for (const zeros of [1, 2, 500])
      assert.equal((await decodeText(Buffer.from(`Claim ID,Café${'\0'.repeat(zeros)}`)))?.text, 'Claim ID,Café');
  });

  it('reads what it is told, and says what it has read', async () => {
    const bytes = encodedAs('windows-1251', exportOf(['Мир']));
    const chosen = await decodeText(bytes, { chosen: 'windows-1251' });
    assert.equal(chosen?.encoding, 'windows-1251');
    assert.match(chosen?.text ?? '', /,Мир,/);
  });

  it('finds the letters that tell behind a megabyte of English', async () => {
    const text = `${exportOf(Array.from({ length: 20_000 }, () => 'Contoso'))}\r\n${exportOf(['Газпром нефть', 'Сбербанк России'])}`;
    assert.equal((await decodeText(encodedAs('windows-1251', text)))?.encoding, 'windows-1251');
  });
});
