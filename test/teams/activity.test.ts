import assert from 'node:assert/strict';
import { parseActivity, scopeOf, tenantOf } from '../../src/teams/activity.ts';
import { incomingFiles } from '../../src/teams/incoming-files.ts';
import { wordsOf } from '../../src/teams/message-words.ts';

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
    for (const more of [...wrong, { from: { id: 7 } }, { from: null }, { recipient: { id: null } }])
      assert.equal(parseActivity({ ...ACTIVITY, ...more }), undefined, JSON.stringify(more));
  });

  it('is taken without what is null, empty, of another type or absurdly long, and with the rest', () => {
    const named = [
      'name',
      'text',
      'textFormat',
      'locale',
      'localTimezone',
      'localTimestamp',
      'replyToId',
      'action',
      'id',
    ] as const;
    for (const nothing of [null, '', [], {}, ['x'], 'x'.repeat(20_000)])
      for (const field of named.filter((one) => one !== 'text' || typeof nothing !== 'string' || nothing === ''))
        assert.equal(
          parsed({ [field]: nothing })[field],
          undefined,
          `${field} ${JSON.stringify(nothing)?.slice(0, 20)}`,
        );
    const from = { id: '29:x', name: null, aadObjectId: null, type: null };
    assert.deepEqual(parsed({ from }).from.aadObjectId, undefined);
    assert.equal(parsed({ text: 7 }).text, '7');
    assert.equal(parsed({ text: true }).text, 'true');
    for (const attachments of [null, {}, 'x', [null], [7], [[]]])
      assert.deepEqual(parsed({ attachments }).attachments, []);
    const odd = [
      {},
      null,
      { contentType: null, name: 7 },
      { contentType: 'x'.repeat(900) },
      { contentType: 'image/png', contentUrl: 'u' },
    ];
    assert.equal(parsed({ attachments: odd }).attachments.at(-1)?.contentUrl, 'u');
    for (const entities of [null, {}, 'x']) assert.deepEqual(parsed({ entities }).entities, []);
    assert.equal(
      tenantOf(parsed({ channelData: { tenant: null, team: null }, conversation: { id: 'a', tenantId: 't' } })),
      't',
    );
    assert.equal(
      tenantOf(parsed({ channelData: { tenant: { id: null } }, conversation: { id: 'a', tenantId: 't' } })),
      't',
    );
  });

  it('says its tenant, its person and its place', () => {
    const tenant = { tenant: { id: 't1' } };
    assert.equal(tenantOf(parsed({ channelData: tenant, conversation: { id: 'a', tenantId: 't2' } })), 't1');
    assert.equal(tenantOf(parsed({ channelData: { tenant: 7 }, conversation: { id: 'a', tenantId: 't2' } })), 't2');
    assert.equal(tenantOf(parsed({})), undefined);
    const scope = (conversationType?: string, isGroup?: unknown) =>
      scopeOf(parsed({ conversation: { id: 'a', conversationType, isGroup } }));
    assert.deepEqual([scope('personal'), scope('groupChat'), scope('channel')], ['personal', 'group', 'channel']);
    assert.deepEqual(
      [scope(), scope(undefined, false), scope(undefined, true), scope(undefined, 'true')],
      ['personal', 'personal', 'group', 'group'],
    );
    // What says neither yes nor no is taken for a place where others read.
    for (const odd of ['True', 'yes', '1', 1, [], {}, ['x']]) assert.equal(scope(undefined, odd), 'group', String(odd));
    for (const absent of [null, '', 'false', 'False', 0])
      assert.equal(scope(undefined, absent), 'personal', String(absent));
  });
});

describe('the words of a message', () => {
  const words = (text: unknown, more: object = {}) => wordsOf(parsed({ text, ...more })).written;
  const twin = (content: unknown) => ({ attachments: [{ contentType: 'text/html', content }] });
  const reply = (preview: string) =>
    `<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="1"><strong itemprop="mri" itemid="8:orgid:x">Megan Bowen</strong><span itemprop="time" itemid="1"></span><p itemprop="preview">${preview}</p></blockquote>`;
  const forward = (body: string) =>
    `<blockquote itemtype="http://schema.skype.com/Forward">\n<p>${body}</p>\n</blockquote>`;

  it('hold no sign that HTML writes as an entity and that shows nothing', () => {
    assert.equal(words('', twin('<p>a&#x202e;b&#7;c&#x200b;d</p>')), 'abcd');
    assert.equal(words('<p>a&#x202e;b&#7;c</p>'), 'abc');
  });

  it('are what is left without mentions, HTML blanks and line breaks', () => {
    assert.equal(
      words('<at id="0">CPOR Assistant</at>&nbsp;\u00a0what\r\n needs\u2028 poe ').replaceAll('\n', ' '),
      'what needs poe',
    );
    assert.equal(words('<AT>a</AT>x<at>b</at>y'), 'x y');
    assert.equal(words('a < b <attention> at>'), 'a < b <attention> at>');
    assert.equal(words('from the <head office>, see <b'), 'from the <head office>, see <b');
    for (const nothing of [undefined, null, '', '&nbsp;', '\u200b']) assert.equal(words(nothing), '');
  });

  it('are not those of a message that is quoted, however the client writes it', () => {
    assert.equal(words('<quoted messageId="1"/> help'), 'help');
    assert.equal(words('<quoted messageId="1"/><quoted messageId=\'2\'/>\nhelp'), 'help');
    assert.equal(words('<quoted messageId="1">CLM-9 is late</quoted> help'), 'help');
    assert.equal(
      words('Megan Bowen\r\nCLM-9 is late\r\n\r\nhelp', twin(`${reply('CLM-9 is late')}\n<p>help</p>`)),
      'help',
    );
    assert.equal(words('help', twin(`${reply('CLM-9')}`)), 'help');
    assert.equal(words(`${reply('CLM-9 is late')}<p><at>Bot</at>&nbsp;help</p>`), 'help');
    assert.equal(words(undefined, twin(`<div>${reply('CLM-9')}<p>help</p></div>`)), 'help');
    assert.equal(words('<blockquote><div itemprop="comment">CLM-9</div></blockquote><p>help</p>'), 'help');
    assert.equal(words('> CLM-9 is late\r\n> really\r\nhelp'), 'help');
    assert.equal(words('&gt; CLM-9 is late\nhelp'), 'help');
    assert.equal(words('> CLM-1'), 'CLM-1');
    assert.equal(words('5 > 4 claims'), '5 > 4 claims');
    const reference = {
      contentType: 'messageReference',
      content: JSON.stringify({ messageId: '1', messagePreview: 'CLM-9' }),
    };
    assert.equal(words('CLM-9\nhelp', { attachments: [reference] }), 'help');
    const entity = { type: 'quotedReply', quotedReply: { messageId: '1', preview: 'CLM-9' } };
    assert.equal(words('help', { entities: [entity, null, 7, 'x'] }), 'help');
  });

  it('are not those of a message that is forwarded', () => {
    assert.equal(
      words('see this\r\n\r\nCLM-9 is late', twin(`<p>see this</p>${forward('CLM-9 is late')}`)),
      'see this',
    );
    assert.equal(words('ok\r\n\r\nok', twin(`<p>ok</p>${forward('ok')}`)), 'ok');
    assert.equal(words('CLM-9 is late', twin(forward('CLM-9 is late'))), '');
    const content = JSON.stringify({ originalMessageId: '1', originalMessageContent: '<p>CLM-9 is&nbsp;late</p>' });
    const attachments = [{ contentType: 'forwardedMessageReference', content }];
    assert.equal(words('see this\nCLM-9 is late', { attachments }), 'see this');
    assert.ok(wordsOf(parsed({ text: 'CLM-9 is late', attachments })).holdsMore);
  });

  it('are those in a code block, in a list and in HTML alone, as they are shown', () => {
    const code =
      '<p>claims:</p><p itemtype="http://schema.skype.com/CodeBlockEditor" id="x_1">&nbsp;</p><pre class="language-plaintext" itemid="codeBlockEditor-1"><code>CLM-1<br>CLM&#8209;2 &lt;b&gt;</code></pre>';
    for (const text of [undefined, null, '', ' ']) assert.equal(words(text, twin(code)), 'claims:\nCLM-1\nCLM‑2 <b>');
    assert.equal(words('', twin('<codeblock class="Json"><code>CLM-1</code></codeblock>')), 'CLM-1');
    assert.equal(words('<p>what needs <b>POE</b></p><ul><li>one</li><li>two</li></ul>'), 'what needs POE\none\ntwo');
    assert.equal(words('```\nclaim CLM-1\n```'), 'claim CLM-1');
    assert.equal(words('```plaintext\r\nCLM-1\r\n```'), 'CLM-1');
    assert.equal(words('see `CLM-1`, `CLM-2`. O`Reilly'), 'see CLM-1, CLM-2. O`Reilly');
    assert.equal(words('', twin({ text: '<p>help</p>' })), 'help');
    assert.equal(
      words('', twin('<div><style>p{}</style><script>alert(1)</script><p>he<span>lp</span></p></div>')),
      'help',
    );
    assert.equal(words('', twin('<p>fine <img itemtype="http://schema.skype.com/Emoji" alt="👍"></p>')), 'fine 👍');
    assert.equal(words('', twin('<blockquote><p>CLM-1</p></blockquote>')), 'CLM-1');
  });

  it('keep the names of others who are mentioned, not the bot’s', () => {
    const mention = (id: string, name: string) => ({
      type: 'mention',
      mentioned: { id, name },
      text: `<at>${name}</at>`,
    });
    const entities = [mention('28:x', 'CPOR Assistant'), mention('29:a', 'Adele Vance')];
    const text = '<at>CPOR Assistant</at> assign CLM-1 to <at>Adele Vance</at>';
    assert.equal(words(text, { entities }), 'assign CLM-1 to Adele Vance');
    const span = (name: string) =>
      `<span itemtype="http://schema.skype.com/Mention" itemscope itemid="0">${name}</span>`;
    assert.equal(
      words('', { entities, ...twin(`<p>${span('CPOR Assistant')}&nbsp;assign CLM-1 to ${span('Adele Vance')}</p>`) }),
      'assign CLM-1 to Adele Vance',
    );
  });

  it('are known to be missing where there is something else', () => {
    const more = (text: unknown, rest: object = {}) => wordsOf(parsed({ text, ...rest })).holdsMore;
    for (const contentType of ['application/vnd.microsoft.card.codesnippet', 'tabReference', ''])
      assert.ok(more(null, { attachments: [{ contentType }] }), contentType);
    const voice = '<div><span itemid="1" itemscope="" itemtype="http://schema.skype.com/InputExtension"></span></div>';
    assert.deepEqual(
      [more(null, twin(voice)), more('<quoted messageId="1"/>', twin(reply('x'))), more('👍')],
      [true, true, false],
    );
  });

  it('are read in no time, however long and twisted (mocha’s timeout is the measure)', () => {
    const parts = [
      '<at>',
      '<at ',
      '<at<',
      '<at></a',
      '&nbsp',
      ' \u00a0',
      '<at>x</at>',
      '</at>',
      '<a>',
      '</b><a>',
      '<p>',
      '<quoted',
      '\n ',
    ];
    for (const part of [
      ...parts,
      '```',
      '``` ',
      '`a` ',
      '> ',
      '>\n',
      '<blockquote itemtype="x/Reply">',
      '<div></p>',
      '<b></i>',
      'https://',
      'https://x.sharepoint.com/',
    ]) {
      const long = part.repeat(250_000 / part.length);
      for (const activity of [{ text: long }, twin(long), { text: `${long}</a></b>` }]) wordsOf(parsed(activity));
    }
  });

  it('are cut where nobody reads on', () => {
    assert.ok(words('x'.repeat(250_000)).length <= 10_000);
    assert.ok(words('', twin(`<p>${'x'.repeat(250_000)}</p>`)).length <= 10_000);
  });
});

describe('the files of a message', () => {
  const file = (more: object = {}) => ({
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    name: 'sow.pdf',
    content: { downloadUrl: 'https://contoso.sharepoint.com/x', uniqueId: '1', fileType: 'pdf' },
    ...more,
  });
  const received = (more: object) => {
    const activity = parsed(more);
    return incomingFiles(activity, wordsOf(activity));
  };
  const filesOf = (...attachments: object[]) => received({ attachments });

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
    assert.equal(received({ attachments: null }).length, 0);
  });

  it('are named where a bot cannot fetch them', () => {
    const forms = (...attachments: object[]) =>
      filesOf(...attachments).map((one) => [one.name, one.source === 'none' ? one.form : one.url]);
    const broken = [
      file({ content: undefined }),
      file({ content: null }),
      file({ content: { downloadUrl: 7 } }),
      file({ content: 'x' }),
    ];
    for (const one of broken) assert.deepEqual(forms(one), [['sow.pdf', 'link']]);
    assert.deepEqual(forms(file({ content: JSON.stringify({ downloadUrl: 'https://contoso.sharepoint.com/x' }) })), [
      ['sow.pdf', 'https://contoso.sharepoint.com/x'],
    ]);
    assert.deepEqual(
      forms({ contentType: 'reference', name: 'SOW.pdf', contentUrl: 'https://contoso.sharepoint.com/SOW.pdf' }),
      [['SOW.pdf', 'link']],
    );
    assert.deepEqual(forms({ contentType: 'image/png' }, { contentType: 'image/png', contentUrl: null }), [
      ['', 'picture'],
      ['', 'picture'],
    ]);
    for (const contentType of [
      'audio/mp4',
      'video/mp4',
      'application/vnd.microsoft.card.audio',
      'application/vnd.microsoft.activity.voice+json',
    ])
      assert.deepEqual(
        forms({ contentType, contentUrl: 'https://smba.example/emea/v3/attachments/1/views/original' }),
        [['', 'recording']],
      );
    assert.deepEqual(
      forms({ contentType: 'application/vnd.microsoft.card.fluidEmbedCard', content: '{"componentUrl":"x"}' }),
      [['', 'loop']],
    );
    assert.deepEqual(
      forms({ contentType: 'application/pdf', name: 'a.pdf', contentUrl: 'https://elsewhere.example/a.pdf' }),
      [['a.pdf', 'link']],
    );
    assert.deepEqual(
      forms({
        contentType: 'application/pdf',
        name: 'a.pdf',
        contentUrl: 'https://smba.example/emea/v3/attachments/1',
      }),
      [['a.pdf', 'https://smba.example/emea/v3/attachments/1']],
    );
    const others = [
      'messageReference',
      'forwardedMessageReference',
      'tabReference',
      'application/vnd.microsoft.card.hero',
      'unknown',
    ];
    assert.deepEqual(forms(...others.map((contentType) => ({ contentType }))), []);
  });

  it('are links to files in the cloud, too, each once and by its name', () => {
    const link = 'https://contoso-my.sharepoint.com/:b:/g/personal/ana/EaBc';
    const found = (text: string, html = '', more: object[] = []) =>
      received({ text, attachments: [{ contentType: 'text/html', content: html }, ...more] }).map(
        ({ name, source }) => [name, source],
      );
    assert.deepEqual(found(`${link}?e=1`), [['', 'none']]);
    assert.deepEqual(found(`POE: ${link}?e=1`, `<p>POE: <a href="${link}?e=1&amp;web=1">SOW.pdf</a></p>`), [
      ['SOW.pdf', 'none'],
    ]);
    assert.deepEqual(found('https://contoso.sharepoint.com/sites/x/Shared%20Documents/My%20SOW.pdf?web=1'), [
      ['My SOW.pdf', 'none'],
    ]);
    for (const other of [
      'https://1drv.ms/b/s!x',
      'https://loop.cloud.microsoft/p/x',
      'https://drive.google.com/file/d/x',
      'https://teams.microsoft.com/l/file/x',
    ])
      assert.equal(found(`see ${other}`).length, 1, other);
    for (const other of [
      'https://partner.microsoft.com/x',
      'https://sharepoint.com.evil.example/x',
      'http://',
      'https://evilsharepoint.com/x',
    ])
      assert.equal(found(`see ${other}`).length, 0, other);
    const attached = { contentType: 'reference', name: 'SOW.pdf', contentUrl: `${link}?web=1` };
    assert.deepEqual(
      found('', `<a itemtype="http://schema.skype.com/HyperLink/Files" href="${link}">SOW.pdf</a>`, [attached]),
      [['SOW.pdf', 'none']],
    );
    const group = { conversation: { id: '19:x', conversationType: 'groupChat' } };
    assert.deepEqual(received({ text: link, ...group }), []);
  });

  it('are a picture that stands in the HTML alone, but no emoji and no animation', () => {
    const found = (html: string) => received({ attachments: [{ contentType: 'text/html', content: html }] }).length;
    assert.equal(found('<p><img src="https://graph.microsoft.com/x/hostedContents/1/$value"></p>'), 1);
    for (const none of [
      '<img itemtype="http://schema.skype.com/Emoji" alt="x">',
      '<img src="https://media1.giphy.com/a.gif">',
      `<blockquote itemtype="http://schema.skype.com/Reply"><img src="x"></blockquote>`,
    ])
      assert.equal(found(none), 0, none);
  });

  it('keep a picture that stands in the message itself, so that its sender is told', () => {
    const url = `data:image/png;base64,${'A'.repeat(200_000)}`;
    const [picture] = filesOf({ contentType: 'image/png', contentUrl: url });
    assert.equal(picture?.source === 'picture' && picture.url, url);
  });
});
