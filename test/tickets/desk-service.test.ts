/** The desk of before its team was kept, whose members the tab could not know. */
import assert from 'node:assert/strict';
import { createRights } from '../../src/people/roles.ts';
import { DeskService } from '../../src/tickets/desk-service.ts';
import { Desks } from '../../src/tickets/desks.ts';
import { eachEngine, type OpenEngine } from '../support/engines.ts';
import { TENANT } from './fixtures.ts';

const DESK = { channelId: 'the-channel', reference: '{}', name: 'Desk', by: 'isaiah', at: '2020-06-16T09:00:00.000Z' };
const CHANNEL = { id: 'the-channel', teamId: 'the-team' };
const MEGAN = {
  ...{ _id: `${TENANT}/megan`, tenantId: TENANT, userId: 'megan', name: 'Megan Bowen' },
  ...{ accountId: 'account-of-megan', guest: false, reachable: true },
};

describe('a desk that was named before its team was kept', () => {
  eachEngine((_engine, open) => {
    let engine: OpenEngine;
    let desks: Desks;
    let service: DeskService;

    beforeEach(async () => {
      engine = await open();
      desks = new Desks(engine.store);
      await engine.store.setUp();
      await desks.name(TENANT, DESK);
      service = new DeskService({
        ...{
          desks,
          rights: createRights([]),
          realTime: () => new Date(DESK.at),
          wake: () => undefined,
          webhook: false,
        },
        roster: {
          hasMember: async (_reference, teamId, account) => teamId === 'the-team' && account === MEGAN.accountId,
        },
      });
    });
    afterEach(() => engine?.dispose());

    it('has its team from whatever comes from its channel next, and the tab knows its members', async () => {
      assert.equal(await service.isMember(MEGAN), false);
      assert.equal(await service.isDesk(TENANT, CHANNEL), true);
      assert.equal(await service.isMember(MEGAN), true);
      const { at, channelId, teamId } = (await desks.of(TENANT)) ?? {};
      assert.deepEqual([at, channelId, teamId], [DESK.at, 'the-channel', 'the-team']);
    });

    it('has it from no other channel, nor where none is named', async () => {
      assert.equal(await service.isDesk(TENANT, { ...CHANNEL, id: 'another-channel' }), false);
      assert.equal(await service.isDesk(TENANT, { id: 'the-channel' }), true);
      assert.equal((await desks.of(TENANT))?.teamId, undefined);
    });

    it('keeps the team that it has, and that of a desk named meanwhile', async () => {
      await desks.keepTeam(TENANT, { ...DESK, at: 'before' }, 'the-team');
      assert.equal((await desks.of(TENANT))?.teamId, undefined);
      await desks.keepTeam(TENANT, DESK, 'the-team');
      await desks.keepTeam(TENANT, DESK, 'another-team');
      assert.equal((await desks.of(TENANT))?.teamId, 'the-team');
    });
  });
});
