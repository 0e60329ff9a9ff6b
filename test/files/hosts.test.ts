import assert from 'node:assert/strict';
import { OperatorError } from '../../src/errors.ts';
import { createHostPolicy } from '../../src/files/hosts.ts';
import { withProblem } from '../support/problems.ts';

const policy = createHostPolicy({ extraHosts: [] });
const refused = (url: string, by = policy) => assert.throws(() => by.check(url), withProblem('file.host-refused'), url);

describe('the host policy for files', () => {
  for (const url of [
    'https://contoso-my.sharepoint.com/personal/adelev_contoso_com/_layouts/15/download.aspx?UniqueId=1&tempauth=v1.ey',
    'https://contoso.sharepoint.com/a',
    'https://CONTOSO.SharePoint.com:443/a',
    'https://a.b.sharepoint.com/a',
  ]) {
    it(`lets ${url.slice(0, 60)} through`, () => assert.equal(policy.check(url).protocol, 'https:'));
  }

  it('gives the address back as it will be fetched, without the fragment', () => {
    assert.equal(
      policy.check('https://Contoso.sharepoint.com/x%20y?q=1#part').href,
      'https://contoso.sharepoint.com/x%20y?q=1',
    );
  });

  const hostile: Record<string, readonly string[]> = {
    'another host': ['https://example.com/a', 'https://contoso.sharepoint.us/a', 'https://contoso.sharepoint.cn/a'],
    'a host that only ends alike': [
      'https://evilsharepoint.com/a',
      'https://sharepoint.com/a',
      'https://.sharepoint.com/a',
    ],
    'a host that only begins alike': [
      'https://contoso.sharepoint.com.evil.example/a',
      'https://contoso.sharepoint.com@evil.example/a',
    ],
    'a trailing dot': ['https://contoso.sharepoint.com./a'],
    'look-alike letters': [
      'https://contoso.shаrepoint.com/a',
      'https://contoso.sharepoınt.com/a',
      'https://contoso.xn--shrepoint-zqf.com/a',
    ],
    'plain HTTP': ['http://contoso.sharepoint.com/a'],
    'another protocol': [
      'file:///etc/passwd',
      'ftp://contoso.sharepoint.com/a',
      'javascript:alert(1)',
      'blob:https://contoso.sharepoint.com/a',
    ],
    'another port': ['https://contoso.sharepoint.com:8443/a', 'https://contoso.sharepoint.com:80/a'],
    'a user or password': ['https://me@contoso.sharepoint.com/a', 'https://:pw@contoso.sharepoint.com/a'],
    'an address as a number': [
      'https://127.0.0.1/a',
      'https://2130706433/a',
      'https://0x7f.1/a',
      'https://0177.0.0.1/a',
      'https://[::1]/a',
      'https://[::ffff:127.0.0.1]/a',
      'https://13.107.136.10/a',
    ],
    'no URL at all': [
      '',
      'contoso.sharepoint.com/a',
      '//contoso.sharepoint.com/a',
      'https://',
      `https://contoso.sharepoint.com/${'a'.repeat(9000)}`,
    ],
    'odd slashes': ['https:/\\evil.example/contoso.sharepoint.com', 'https://evil.example\\.sharepoint.com/a'],
  };
  for (const [what, urls] of Object.entries(hostile)) {
    it(`refuses ${what}`, () => {
      for (const url of urls) refused(url);
    });
  }

  it('asks for a real attachment in place of data inside of the message', () => {
    assert.throws(() => policy.check(' data:image/png;base64,AAAA'), withProblem('file.inline-data'));
  });

  it('allows only addresses of the open internet', () => {
    const url = policy.check('https://contoso.sharepoint.com/a');
    assert.equal(policy.allowsAddress(url, '13.107.136.10'), true);
    for (const address of ['127.0.0.1', '10.0.0.1', '169.254.169.254', '::1'])
      assert.equal(policy.allowsAddress(url, address), false);
  });

  describe('with extra hosts', () => {
    const extra = createHostPolicy({
      extraHosts: ['Files.Example', 'localhost:8080', '127.0.0.1:9000', '[::1]:9000', 'localhost'],
    });

    it('lets these through by HTTPS, at their own port', () => {
      assert.equal(extra.check('https://files.example/a').host, 'files.example');
      for (const url of ['https://files.example:444/a', 'https://sub.files.example/a', 'https://files.example./a'])
        refused(url, extra);
    });

    it('lets loopback ones through by plain HTTP as well, and no others', () => {
      for (const url of [
        'http://localhost:8080/a',
        'http://127.0.0.1:9000/a',
        'http://[::1]:9000/a',
        'http://localhost/a',
        'http://2130706433:9000/a',
      ]) {
        assert.ok(extra.check(url));
      }
      for (const url of [
        'http://files.example/a',
        'http://127.0.0.1:9001/a',
        'http://127.0.0.2:9000/a',
        'http://localhost:9000/a',
      ]) {
        refused(url, extra);
      }
    });

    it('still refuses a user or password', () => refused('http://me@localhost:8080/a', extra));

    it('ties loopback URLs to loopback addresses, and others to the open internet', () => {
      const local = extra.check('http://localhost:8080/a');
      assert.equal(extra.allowsAddress(local, '127.0.0.1'), true);
      assert.equal(extra.allowsAddress(local, '10.0.0.1'), false);
      assert.equal(extra.allowsAddress(local, '13.107.136.10'), false);
      assert.equal(extra.allowsAddress(extra.check('https://files.example/a'), '127.0.0.1'), false);
    });

    it('keeps Microsoft 365 hosts allowed', () => assert.ok(extra.check('https://contoso.sharepoint.com/a')));

    for (const entry of ['', 'http://x', 'x/y', 'x:99999', 'me@x', 'x y', 'x?y', '*.example', 'x#', 'x/']) {
      it(`says that "${entry}" in FILE_HOSTS is wrong`, () => {
        assert.throws(
          () => createHostPolicy({ extraHosts: [entry] }),
          (error) => error instanceof OperatorError && error.message.startsWith('FILE_HOSTS'),
        );
      });
    }
  });
});
