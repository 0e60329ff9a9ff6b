import assert from 'node:assert/strict';
import { pictureRequest } from '../../src/files/pictures.ts';
import { withProblem } from '../support/problems.ts';

const SERVICE = 'https://smba.trafficmanager.net/emea/';
const PICTURE = 'https://smba.trafficmanager.net/emea/v3/attachments/0-weu-d1/views/original';
const refused = withProblem('file.picture-host-refused');

describe('the request for a pasted picture', () => {
  it("carries the token to the conversation's own service", () => {
    assert.deepEqual(pictureRequest(PICTURE, SERVICE, 'secret').file, { url: PICTURE, bearer: 'secret' });
  });

  it('carries none where there is none', () => {
    assert.deepEqual(pictureRequest(PICTURE, SERVICE, undefined).file, { url: PICTURE });
  });

  for (const url of [
    'https://evil.example/emea/v3/attachments/1/views/original',
    'https://smba.trafficmanager.net.evil.example/x',
    'https://smba.trafficmanager.net@evil.example/x',
    'https://smba.trafficmanager.net:8443/x',
    'https://smba.trafficmanager.net./x',
    'http://smba.trafficmanager.net/x',
    'https://other.trafficmanager.net/x',
    'https://contoso.sharepoint.com/x',
    'not a url',
  ]) {
    it(`refuses ${url}`, () => {
      for (const token of ['secret', undefined]) assert.throws(() => pictureRequest(url, SERVICE, token), refused);
    });
  }

  it('keeps redirects on the same service', () => {
    const { policy } = pictureRequest(PICTURE, SERVICE, 'secret');
    assert.ok(policy.check('https://smba.trafficmanager.net/elsewhere'));
    assert.throws(() => policy.check('https://contoso.sharepoint.com/x'), refused);
  });

  it('takes plain HTTP from loopback in local mode only', () => {
    const local = 'http://localhost:56150/_connector';
    const { file, policy } = pictureRequest('http://localhost:56150/p.png', local, undefined);
    assert.deepEqual(file, { url: 'http://localhost:56150/p.png' });
    assert.equal(policy.allowsAddress(new URL(file.url), '127.0.0.1'), true);
    assert.throws(() => pictureRequest('http://localhost:56150/p.png', local, 'secret'), refused);
    assert.throws(() => pictureRequest('http://host.example/p.png', 'http://host.example/', undefined), refused);
  });

  it('never goes to a private address behind a public name', () => {
    const { policy } = pictureRequest(PICTURE, SERVICE, 'secret');
    assert.equal(policy.allowsAddress(new URL(PICTURE), '10.0.0.4'), false);
  });

  it('refuses everything when the service address makes no sense', () => {
    assert.throws(() => pictureRequest(PICTURE, '', undefined), refused);
    assert.throws(() => pictureRequest('urn:x', 'urn:x', undefined), refused);
  });

  it('asks for a real attachment in place of data inside of the message', () => {
    assert.throws(
      () => pictureRequest('data:image/png;base64,AAAA', SERVICE, 'secret'),
      withProblem('file.inline-data'),
    );
  });
});
