/** The tab in local mode, where nobody signs in: one chooses who one is, and no page but the tab's own may ask. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Person } from '../../src/people/person.ts';
import type { MeBody, PeopleBody } from '../../src/tab/api.ts';
import { openTab, problemIn, type TabServer } from './tab-server.ts';

describe('the tab in local mode', () => {
  let tab: TabServer;
  let adele: Person;

  before(async () => {
    tab = await openTab('local', undefined);
    adele = await tab.person('Adele Vance');
    await tab.person('Alex Wilber');
  });
  after(() => tab?.dispose());

  it('lists whom one may choose to be, by name', async () => {
    const { people } = (await (await tab.get('people')).json()) as PeopleBody;
    assert.deepEqual(
      people.map(({ name }) => name),
      ['Adele Vance', 'Alex Wilber'],
    );
    assert.equal(people[0]?.id, adele._id);
  });

  it('takes one for whom one chose', async () => {
    const me = (await (await tab.get('me', await tab.as(adele))).json()) as MeBody;
    assert.equal(me.name, 'Adele Vance');
  });

  it('wants a choice, of somebody who is known', async () => {
    const chosen: Record<string, string>[] = [
      {},
      { 'x-tab-person': 'x' },
      { 'x-tab-person': `${adele.tenantId}/nobody` },
    ];
    for (const headers of chosen) {
      const response = await tab.get('me', headers);
      assert.deepEqual(await problemIn(response), {
        title: 'Choose a sample person first.',
        status: 401,
        code: 'tab.nobody-chosen',
      });
    }
  });

  it('takes no token', async () => {
    const token = await tab.keys.token({ tenantId: adele.tenantId, userId: adele.userId });
    assert.equal((await tab.get('me', { authorization: `Bearer ${token}` })).status, 401);
  });

  /** `fetch` would not let a host or where a request comes from be set. */
  async function ask(path: string, headers: Record<string, string>): Promise<{ status: number; body: string }> {
    const asked = httpRequest(`${tab.url}/tab/api/${path}`, { headers, agent: false });
    asked.end();
    const [response] = await once(asked, 'response');
    return { status: response.statusCode, body: await text(response) };
  }

  const port = (): string => new URL(tab.url).port;
  const foreign: Record<string, () => Record<string, string>> = {
    'a page of another site': () => ({ 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }),
    'a page of another port of this machine': () => ({ 'sec-fetch-site': 'same-site' }),
    'a page of another port, by its origin': () => ({ origin: 'http://127.0.0.1:1' }),
    'a page without an origin': () => ({ origin: 'null' }),
    'a page whose name was pointed at this machine': () => ({ host: 'evil.example', origin: 'http://evil.example' }),
  };
  for (const [who, headers] of Object.entries(foreign))
    it(`tells ${who} nothing`, async () => {
      for (const path of ['people', 'me', 'claims', 'version']) {
        const { status, body } = await ask(path, { ...headers(), 'x-tab-person': adele._id });
        assert.equal(status, 403);
        assert.doesNotMatch(body, /Adele/);
      }
    });

  it('answers its own page, and whoever is no browser', async () => {
    const own = { 'sec-fetch-site': 'same-origin', origin: `http://127.0.0.1:${port()}` };
    for (const headers of [own, { 'sec-fetch-site': 'none' }, {} as Record<string, string>])
      assert.equal((await ask('people', headers)).status, 200);
  });

  it('gives nobody leave to ask from elsewhere', async () => {
    const preflight = await fetch(`${tab.url}/tab/api/me`, {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-headers': 'x-tab-person' },
    });
    assert.equal(preflight.headers.get('access-control-allow-origin'), null);
    assert.ok(preflight.status >= 400);
  });

  it('serves the tenants alone that are served', async () => {
    const other = await openTab('local', undefined, { env: { ALLOWED_TENANTS: 'another' } });
    try {
      const somebody = await other.person('Adele Vance');
      assert.deepEqual(((await (await other.get('people')).json()) as PeopleBody).people, []);
      assert.equal((await other.get('me', await other.as(somebody))).status, 401);
    } finally {
      await other.dispose();
    }
  });
});
