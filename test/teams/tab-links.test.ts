import assert from 'node:assert/strict';
import { parseConfig } from '../../src/config.ts';
import { tabLinks } from '../../src/teams/tab-links.ts';

const ID = '11111111-2222-4333-8444-555555555555';
const CATALOGUE_ID = '99999999-2222-4333-8444-555555555555';
const SIGNED = {
  MicrosoftAppId: ID,
  MicrosoftAppType: 'UserAssignedMSI',
  MicrosoftAppTenantId: '33333333-3333-4333-8333-333333333333',
};

describe('a link to the tab', () => {
  it('leads in Teams to the app by its id there, and to a part of its tab', () => {
    const link = tabLinks(parseConfig(SIGNED));
    assert.equal(link?.(''), `https://teams.microsoft.com/l/entity/${ID}/claims`);
    const url = new URL(link?.('claim/a b&c') ?? '');
    assert.equal(url.pathname, `/l/entity/${ID}/claims`);
    assert.deepEqual(JSON.parse(url.searchParams.get('context') ?? ''), { subEntityId: 'claim/a b&c' });
  });

  it('has the id that the catalogue of an organisation gave the app, where that is configured', () => {
    const link = tabLinks(parseConfig({ ...SIGNED, TEAMS_APP_ID: CATALOGUE_ID }));
    assert.equal(link?.(''), `https://teams.microsoft.com/l/entity/${CATALOGUE_ID}/claims`);
  });

  it('leads in local mode to the page on this machine', () => {
    const link = tabLinks(parseConfig({ PORT: '3978' }));
    assert.equal(link?.(''), 'http://127.0.0.1:3978/tab/');
    assert.equal(link?.('ticket/T-1001'), 'http://127.0.0.1:3978/tab/?show=ticket%2FT-1001');
    assert.equal(tabLinks(parseConfig({ HOST: '::1' }))?.(''), 'http://[::1]:3978/tab/');
  });

  it('is none where the port is not known', () => {
    assert.equal(tabLinks(parseConfig({ PORT: '0' })), undefined);
  });
});
