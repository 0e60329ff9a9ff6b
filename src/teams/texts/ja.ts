/** What the bot says of turns themselves, in Japanese: those that fail, take long, or come from elsewhere. */
import type * as en from './en.ts';

export const teamsTexts: typeof en.teamsTexts = {
  ourFault: (reference: string) =>
    `こちら側で問題が発生しました。やり直す前に、すでに処理されていないかご確認ください。問題が続く場合は、管理者に参照番号${reference}をお伝えください。`,
  storeAway: (reference: string) =>
    `今は記録にアクセスできません。すでに処理されていないか確認のうえ、数分後にもう一度お試しください。お知らせの内容についての質問には、今もお答えできます。問題が続く場合は、管理者に参照番号${reference}をお伝えください。`,
  answerUnsure: '返答が届いていない可能性があります。表示されていない場合は、もう一度お試しください。',
  wrongTenant: 'このボットは別の組織のものなので、ここではお手伝いできません。管理者にお問い合わせください。',
  tooFast: '一度に処理できる量を超えたため、この操作は行っていません。1分ほど待ってからもう一度お試しください。',
  answerBelow: '返答は下にあります。',
  searchLate: '検索に時間がかかりすぎました。もう一度お試しください。',
  takesLonger: '少し時間がかかります。終わったらここでお答えします。',
};

/** What the bot says where something is not to be had that Teams has. */
export const surfaceTexts: typeof en.surfaceTexts = {
  files: 'ファイルの受け渡しはTeamsのチャットだけで行います。続きはそちらでお願いします。',
  toldInTeams: 'これについてはTeamsのチャットでお知らせします。',
  writeInTeams: 'こちらからお知らせできるのはTeamsだけです。Teamsで一度「こんにちは」と入力してください。',
  onlySearch: 'ここでできるのは検索だけです。ほかのことはTeamsのチャットを開いてください。',
};
