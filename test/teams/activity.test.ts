import assert from 'node:assert/strict';
import { parseActivity, plainText, scopeOf, tenantOf, userIdOf } from '../../src/teams/activity.ts';
import { incomingFiles } from '../../src/teams/incoming-files.ts';

const ACTIVITY = {
  type: 'message',
  channelId: 'msteams',
  serviceUrl: 'https://smba.example/emea/',
  from: { id: '29:x' },
  recipient: { id: '28:x' },
  conversation: { id: 'a:1' },
};

function parsed(more: object): NonNullable<ReturnType<typeof parseActivity>> {
  const activity = parseActivity({ ...ACTIVITY, ...more });
  assert.ok(activity, JSON.stringify(more).slice(0, 200));
  return activity;
}

describe('an activity', () => {
  it('is refused when what the bot needs of it is missing or of another type', () => {
    const wrong = [
      { from: undefined },
      { from: { id: '' } },
      { conversation: {} },
      { serviceUrl: 'ftp://x/' },
      { type: '' },
    ];
    for (const more of [...wrong, { text: ['x'] }, { from: { id: 7 } }, { attachments: [{}] }, { localTimezone: 7 }])
      assert.equal(parseActivity({ ...ACTIVITY, ...more }), undefined, JSON.stringify(more));
  });

  it('says its tenant, its person and its place', () => {
    const tenant = { tenant: { id: 't1' } };
    assert.equal(tenantOf(parsed({ channelData: tenant, conversation: { id: 'a', tenantId: 't2' } })), 't1');
    assert.equal(tenantOf(parsed({ channelData: { tenant: 7 }, conversation: { id: 'a', tenantId: 't2' } })), 't2');
    assert.equal(tenantOf(parsed({})), undefined);
    assert.equal(userIdOf(parsed({ from: { id: '29:x', aadObjectId: 'oid' } })), 'oid');
    assert.equal(userIdOf(parsed({ from: { id: '29:x', aadObjectId: '' } })), '29:x');
    const scope = (conversationType?: string) => scopeOf(parsed({ conversation: { id: 'a', conversationType } }));
    assert.deepEqual([scope('personal'), scope('groupChat'), scope('channel')], ['personal', 'group', 'channel']);
  });
});

describe('the words of a message', () => {
  it('are what is left without mentions, HTML blanks and line breaks', () => {
    assert.equal(plainText('<at id="0">CPOR Assistant</at>&nbsp;\u00a0what\r\n needs\u2028 poe '), 'what needs poe');
    assert.equal(plainText('<AT>a</AT>x<at>b</at>y'), 'x y');
    assert.equal(plainText('a < b <attention> at>'), 'a < b <attention> at>');
    for (const nothing of [undefined, null, '', '&nbsp;']) assert.equal(plainText(nothing), '');
  });

  it('are read in no time, however long and twisted (mocha’s timeout is the measure)', () => {
    for (const part of ['<at>', '<at ', '<at<', '<at></a', '&nbsp', ' \u00a0', '<at>x</at>', '</at>'])
      plainText(part.repeat(250_000 / part.length));
  });

  it('are cut where nobody reads on', () => assert.ok(plainText('x'.repeat(250_000)).length <= 10_000));
});

describe('the files of a message', () => {
  const file = (more: object = {}) => ({
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    name: 'sow.pdf',
    content: { downloadUrl: 'https://contoso.sharepoint.com/x', uniqueId: '1', fileType: 'pdf' },
    ...more,
  });
  const filesOf = (...attachments: object[]) => incomingFiles(parsed({ attachments }));

  it('are documents and pictures, without the twin in HTML and cards', () => {
    const picture = { contentType: 'image/*', contentUrl: 'https://smba.example/emea/v3/attachments/1/views/original' };
    const html = { contentType: 'text/html', content: '<p>x</p>' };
    const found = filesOf(html, file(), picture, {
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: {},
    });
    assert.deepEqual(
      found.map(({ name, source }) => [name, source]),
      [
        ['sow.pdf', 'file'],
        ['', 'picture'],
      ],
    );
    assert.equal(incomingFiles(parsed({ attachments: null })).length, 0);
  });

  it('are none where an address is missing', () => {
    const broken = [file({ content: undefined }), file({ content: { downloadUrl: 7 } }), file({ content: 'x' })];
    assert.equal(filesOf(...broken, { contentType: 'image/png' }).length, 0);
  });

  it('keep a picture that stands in the message itself, so that its sender is told', () => {
    const url = `data:image/png;base64,${'A'.repeat(200_000)}`;
    assert.equal(filesOf({ contentType: 'image/png', contentUrl: url })[0]?.url, url);
  });
});
