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

describe('a message in another language than that of the client', () => {
  eachWorld((world) => {
    it('is answered in its own where it is a question, and so is what is asked next by a button', async () => {
      const { chat } = world().teams.person({ name: 'Megan Bowen', locale: 'en-GB' });
      const answer = await chat.says('was heißt POE?');
      assert.match(answer.text, /^POE steht für/);
      const followed = await chat.presses(answer.card, 'Wo man POE jetzt hochladen kann');
      assert.match(followed.text, /hochladen/);
      assert.match((await chat.presses(answer.card, 'Auf Englisch')).text, /^POE stands for/m);
    });

    it('is answered once where it comes twice, and a forged or stale button under it says no other language', async () => {
      const { chat } = world().teams.person({ name: 'Joni Sherman', locale: 'en-GB' });
      const answer = await chat.says('was heißt POE?', { times: 2 });
      assert.equal(answer.replies.length, 1);
      const forged = async (language: unknown) => {
        const action = { type: 'Action.Execute', verb: 'topic', data: { topic: 'poe_meaning', language } };
        return chat.sends({ type: 'invoke', name: 'adaptiveCard/action', value: { action, trigger: 'manual' } });
      };
      for (const language of ['tlh', '../de', 7, null]) {
        const refused = await forged(language);
        assert.equal(refused.status, 200);
        assert.match(refused.text, /^POE stands for/m, String(language));
      }
      // Of a card that stands since before there was a language on it.
      assert.match((await forged(undefined)).text, /^POE stands for/m);
      assert.match((await forged('de')).text, /^POE steht für/m);
    });

    it('is answered in that which the person chose, if they did', async () => {
      const { chat } = world().teams.person({ name: 'Lynne Robbins', locale: 'en-GB' });
      await chat.says('language français');
      assert.match((await chat.says('was heißt POE?')).text, /En anglais/);
    });

    it('does what it asks for, and shows it in the language of the client', async () => {
      const { chat } = world().teams.person({ name: 'Diego Siciliani', locale: 'en-GB' });
      for (const help of ['was kannst du alles', 'que sais-tu faire', '何ができますか'])
        assert.match((await chat.says(help)).text, /^What I can do/, help);
      const form = await chat.says('チケットを作成して');
      assert.match(form.text, /Open a ticket|Submit ticket/);
    });
  });
});
