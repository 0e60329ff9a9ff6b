/** What the bot says about itself, in Japanese. */
import type * as en from './en.ts';

export const introTexts: typeof en.introTexts = {
  welcomeTitle: 'CPORとPOEを、この1か所で',
  welcome:
    'Claims Partner of Record（CPOR）のお知らせの内容について、質問してください。Proof of Execution（POE）がまだない移行済みの顧客の関連付けを一覧にし、ドキュメントをこのチャットで受け取り、パートナー センターでの最後のステップもご案内します。更新はMicrosoftが推奨しています。',
  helpTitle: 'できること',
  helpButton: 'ヘルプ',
  notUnderstood: 'うまく理解できませんでした。できることは次のとおりです：',
  notYourWords:
    '読み取れるのは、ご自身で書いたメッセージだけです。引用または転送したメッセージ、カード、ボイスメッセージは読み取れません。ご自身の言葉で書くか、ファイルを添付してください。',
  publicHelp:
    'ボットをメンションして、お知らせの内容をご自身の言葉で質問してください。顧客に関することは、すべてTeamsの個人チャットだけで扱います。',
  inPersonalChat: 'それはTeamsの個人チャットで承ります。個人チャットを開いて、そちらで入力してください。',
  personalOnly: '顧客のデータはTeamsの個人チャットだけで扱います。個人チャットを開いて、そちらで入力してください。',
  filesInPersonalChat:
    '顧客のドキュメントは個人チャットだけで扱うため、ここではファイルを受け取れません。個人チャットを開いて、そちらにドロップしてください。',
  noFilesHere: 'ファイルはTeamsのチャットだけで扱います。',
  goneButton: 'このボタンはもう使われていません。できることを見るには「ヘルプ」と入力してください。',
};
