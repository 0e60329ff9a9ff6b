import assert from 'node:assert/strict';
import {
  claimKey,
  customerKey,
  hasMark,
  isApproved,
  ownerOf,
  searchText,
  workloadKey,
} from '../../src/claims/normalise.ts';
import { ownerKey } from '../../src/people/owner-key.ts';

describe('normalising what exports and people write', () => {
  it('compares claim IDs trimmed and case-insensitively, and keeps everything else of them', () => {
    assert.equal(claimKey(' CLM-00123\u00a0'), claimKey('clm-00123'));
    assert.equal(claimKey('Cafe\u0301'), claimKey('Café'));
    assert.notEqual(claimKey('00123'), claimKey('123'));
    assert.notEqual(claimKey('A-1'), claimKey('A1'));
    assert.notEqual(claimKey('A①'), claimKey('A1'));
  });

  it('finds text whatever its case, accents and blanks', () => {
    assert.equal(searchText(['  Société\u00a0  GÉNÉRALE ', '', 'CLM-1']), 'societe generale\nclm-1');
    assert.ok(searchText(['Zürich Insurance']).includes(searchText(['ZURICH'])));
    assert.equal(customerKey('Contoso  Ltd'), customerKey('CONTOSO LTD '));
  });

  it('gives a workload a key that fits into a comma-separated list', () => {
    assert.equal(workloadKey('Exchange  Online'), 'exchange-online');
    assert.equal(workloadKey('Dynamics 365 Finance, Supply Chain (new)'), 'dynamics-365-finance-supply-chain-new');
    const long = workloadKey('Power '.repeat(50));
    assert.equal(long.length, 64);
    assert.notEqual(long, workloadKey(`${'Power '.repeat(50)}Apps`));
    assert.match(workloadKey('***'), /^-[0-9a-f]{16}$/);
    assert.notEqual(workloadKey('***'), workloadKey('---!'));
  });

  it('knows an owner by UPN or e-mail where there is one, else by name', () => {
    assert.deepEqual(ownerOf('Adele Vance', 'AdeleV@Contoso.com'), {
      key: 'upn:adelev@contoso.com',
      label: 'Adele Vance',
    });
    assert.deepEqual(ownerOf('Adele Vance <adelev@contoso.com>', ''), {
      key: 'upn:adelev@contoso.com',
      label: 'Adele Vance',
    });
    assert.deepEqual(ownerOf('', 'adelev@contoso.com; alexw@contoso.com'), {
      key: 'upn:adelev@contoso.com',
      label: 'adelev@contoso.com',
    });
    assert.deepEqual(ownerOf(' Adele\u00a0Vance ', ''), { key: 'name:adele vance', label: 'Adele Vance' });
    assert.equal(ownerOf(' ', ''), undefined);
    assert.equal(ownerKey('ADELEV@contoso.com '), 'upn:adelev@contoso.com');
  });

  it('knows an owner by the address in a cell, whatever stands around it', () => {
    for (const cell of [
      'mailto:adelev@contoso.com',
      'adelev@contoso.com!',
      'Adele Vance (adelev@contoso.com)',
      'Adele Vance [adelev@contoso.com]',
      '[adelev@contoso.com]',
      "'adelev@contoso.com'",
      '‘adelev@contoso.com’',
      'adelev@contoso.com.',
      'smtp:adelev@contoso.com',
      'SMTP:AdeleV@contoso.com;SIP:other@contoso.com',
      '"Vance, Adele" <mailto:adelev@contoso.com>',
      'Adele Vance - adelev@contoso.com,',
      '12;#adelev@contoso.com',
      'i:0#.f|membership|adelev@contoso.com',
      'adelev@contoso.com?subject=POE',
      '\u200badelev\u00ad@contoso.com\u200e',
      'adelev@contoso.com (Adele Vance)',
    ])
      for (const owner of [ownerOf(cell, ''), ownerOf('', cell), ownerOf('Adele Vance', cell)])
        assert.equal(owner?.key, 'upn:adelev@contoso.com', cell);
    for (const [cell, key] of [
      ["aoife.o'brien@contoso.com", "upn:aoife.o'brien@contoso.com"],
      ['a_fabrikam.com#EXT#@contoso.com', 'upn:a_fabrikam.com#ext#@contoso.com'],
      ['first.last+poe@contoso.com', 'upn:first.last+poe@contoso.com'],
    ] as const)
      assert.equal(ownerOf(cell, '')?.key, key);
    for (const cell of ['mailto:adelev@contoso.com', "'adelev@contoso.com'", 'i:0#.f|membership|adelev@contoso.com'])
      assert.equal(ownerOf(cell, '')?.label, 'adelev@contoso.com', cell);
    assert.equal(ownerOf('Adele Vance (adelev@contoso.com)', '')?.label, 'Adele Vance');
  });

  it('knows an owner by name, however a directory or a list writes it', () => {
    for (const cell of [
      'Adele Vance',
      '12;#Adele Vance',
      '12;#Adele Vance;#13;#Megan Bowen',
      '-1;#Adele Vance',
      "'Adele Vance'",
      '“Adele Vance”',
      'Vance, Adele (Contoso)',
      'Vance, Adele [Contoso]',
      'Adele Vance (Contoso)',
      'Adele\u00a0Vance\u200b',
      ' Vance,Adele ',
    ])
      assert.deepEqual(ownerOf(cell, ''), { key: 'name:adele vance', label: 'Adele Vance' }, cell);
    assert.equal(ownerOf('Aoife O’Brien', '')?.key, ownerOf("O'Brien, Aoife", '')?.key);
    assert.equal(ownerOf('(Contoso)', '')?.label, '(Contoso)');
    for (const nobody of ['12;#', '()', '[]', "''", 'mailto:', 'smtp:', '.', ','])
      assert.equal(ownerOf(nobody, ''), undefined, nobody);
  });

  it('reads a cell in no time, however long and twisted it is (mocha’s timeout is the measure)', () => {
    for (const part of ['@', 'a@', '(', ';#', '1;#', 'i:0', '|', "'", ' ,', 'mailto:', '[ '])
      ownerOf(part.repeat(10_000 / part.length), '');
  });

  it('knows nobody where a cell says that there is none', () => {
    for (const cell of ['Unassigned', 'UNASSIGNED ', 'n/a', 'N/A', '-', '–', 'None', 'not  assigned', 'TBD'])
      for (const [name, upn] of [
        [cell, ''],
        ['', cell],
        [cell, cell],
        [cell, '-'],
      ] as const)
        assert.equal(ownerOf(name, upn), undefined, `${name}|${upn}`);
    // It is the whole cell that counts.
    assert.equal(ownerOf('Nora None', '')?.label, 'Nora None');
  });

  it('takes no such word for the name of somebody whose address stands beside it', () => {
    const adele = { key: 'upn:adelev@contoso.com', label: 'adelev@contoso.com' };
    assert.deepEqual(ownerOf('n/a', 'adelev@contoso.com'), adele);
    assert.deepEqual(ownerOf('Adele Vance', 'n/a'), { key: 'name:adele vance', label: 'Adele Vance' });
  });

  it('puts a name in order that stands as directories list it', () => {
    assert.deepEqual(ownerOf('Vance, Adele', ''), { key: 'name:adele vance', label: 'Adele Vance' });
    assert.deepEqual(ownerOf('Vance,Adele', ''), ownerOf('Adele Vance', ''));
    assert.equal(ownerOf('Vance, Adele <adelev@contoso.com>', '')?.label, 'Adele Vance');
    assert.equal(ownerOf('Vance, Adele, Dr.', '')?.label, 'Vance, Adele, Dr.');
  });

  it('sees the mark of a migrated claim anywhere in the name, case and blanks aside', () => {
    for (const name of ['FRP Migrated FRP', 'Contoso frp  migrated\u00a0FRP - 2', 'x FRPMigratedFRP'])
      assert.ok(hasMark(name, 'FRP Migrated FRP'), name);
    for (const name of ['', 'FRP Migrated', 'Migrated FRP', 'Contoso'])
      assert.ok(!hasMark(name, 'FRP Migrated FRP'), name);
  });

  it('takes only the status Approved for approved', () => {
    assert.ok(isApproved(' APPROVED '));
    for (const status of ['', 'Approved for payment', 'Not approved', 'Under review'])
      assert.ok(!isApproved(status), status);
  });
});
