/** What the bot says of the languages that it speaks, in Japanese. */
import type * as en from './en.ts';

export const languageTexts: typeof en.languageTexts = {
  command: '言語',
  help: '使用する言語を選ぶには「言語」と入力してください。',
  ask: 'どの言語でお話ししますか？',
  client: 'Teamsと同じ',
  spoken: 'これからは日本語でお話しします。',
  asClient: 'これからはTeamsと同じ言語でお話しします。対応していない言語の場合は、英語になります。',
};

export const languageCardWords: typeof en.languageCardWords = {
  language: {
    language: '言語',
    choose: '選択',
  },
};
