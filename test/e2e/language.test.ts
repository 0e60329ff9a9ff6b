/** The language that somebody is spoken to in: that of their client, or the one that they chose. */
import assert from 'node:assert/strict';
import { LANGUAGES } from '../../src/language/language.ts';
import { languageTexts } from '../../src/language-choice/texts.ts';
import type { Person } from '../support/teams.ts';
import { eachWorld } from './world.ts';

describe('the language', () => {
  eachWorld((world) => {
    let adele: Person;
    beforeEach(() => {
      adele = world().teams.person({ name: 'Adele Vance' });
    });

    it('is asked for on a card, and chosen there', async () => {
      const asked = await adele.chat.says('language');
      const chosen = await adele.chat.presses(asked.card, 'Choose', { language: 'en' });
      assert.equal(chosen.text, languageTexts('en').spoken);
    });

    it('is chosen once by a press that comes twice, and by no forged one', async () => {
      const asked = await adele.chat.says('language');
      const twice = await adele.chat.presses(asked.card, 'Choose', { language: 'fr' }, { times: 2 });
      assert.deepEqual(
        twice.deliveries.map(({ status }) => status),
        [200, 200],
      );
      const kept = async () => (await world().app.people.get(adele.tenantId, adele.aadObjectId))?.language;
      assert.equal(await kept(), 'fr');
      const forged = { verb: 'language.set', type: 'Action.Execute', data: { language: 'tlh' } };
      const refused = await adele.chat.sends({
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: { action: forged, trigger: 'manual' },
      });
      assert.ok(refused.status < 500);
      assert.equal(await kept(), 'fr');
      await adele.chat.says('language English');
    });

    it('is chosen by its name in any language, or by its code', async () => {
      for (const language of LANGUAGES)
        for (const name of [language, new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? ''])
          assert.equal((await adele.chat.says(`language ${name}`)).text, languageTexts(language).spoken, name);
    });

    it('is no command amid a question that begins with the word', async () => {
      const { teams } = world();
      const group = adele.in(teams.group('Project'));
      const said = await group.mentions('Sprache der Dokumente?');
      assert.doesNotMatch(said.text, /personal chat|persönlichen Chat/);
    });

    it('is that of Teams for what is sent unasked, whatever Outlook speaks', async () => {
      const { teams } = world();
      const lynne = teams.person({ name: 'Lynne Robbins', locale: 'de-DE' });
      await lynne.chat.says('help');
      await lynne.in(teams.outlook(lynne)).sends({
        type: 'invoke',
        name: 'composeExtension/query',
        locale: 'en-US',
        value: { commandId: 'find', parameters: [] },
      });
      const kept = await world().app.people.get(lynne.tenantId, lynne.aadObjectId);
      assert.equal(kept?.locale, 'de-DE');
    });

    it('is left as it is where none is named that the bot speaks', async () => {
      const said = await adele.chat.says('language klingon');
      assert.ok(LANGUAGES.every((language) => said.text !== languageTexts(language).spoken));
    });
  });
});
