/** What the bot says around the approved answers, which stand in `knowledge/`, in Japanese. */
import { numberText } from '../../format/count.ts';
import type * as en from './en.ts';

export const knowledgeTexts: typeof en.knowledgeTexts = {
  help: 'お知らせの内容を、ご自身の言葉で質問してください。「トピック」と入力することもできます。',
  helpUnanswered: '未回答の質問を見るには「未回答の質問」と入力してください。',
  notSaid: 'それについては、お知らせに書かれていません。',
  anotherLanguage:
    'この言語はまだ理解できません。対応している言語（「言語」で表示）で質問し直すか、トピックをご覧ください。',
  tooLong: '質問として読み取るには長すぎます。1、2文で質問してください。',
  suggest: '次のどれについての質問か、はっきりしません：',
  alternatives: '残りの質問は、次のどれかですか？',
  partiallyOutOfScope: '質問の残りの部分については、お知らせに書かれていません。',
  cited: (subject: string, section: string) => `${subject}に関するMicrosoftのお知らせ：${section}`,
  topicsTitle: 'お知らせの内容',
  topicsIntro: 'トピックを選ぶか、ご自身の言葉で質問してください。',
  buttons: { topics: 'トピックを表示', ticket: 'チケットを作成', inEnglish: '英語で表示' },

  unanswered: (n: number, locale: string) =>
    n === 0 ? '未回答の質問はありません' : `未回答の質問：${numberText(n, locale)}件`,
  unansweredIntro:
    '答えがなかった質問や、答えが役に立たなかった質問です。誰が質問したかは保管していません。開くと、トピックを割り当てるか、見送ることができます。',
  unansweredNone: '対応待ちのものはありません。',
  decided: (n: number, locale: string) =>
    n === 0 ? '決定済みの質問はありません' : `決定済みの質問：${numberText(n, locale)}件`,
  decidedIntro: '開くと、決定を元に戻せます。',
  decidedNone: 'トピックを割り当てた質問や見送った質問は、ここに表示されます。',
  lists: { open: '未回答の質問', decided: '決定済みの質問' },
  asked: (n: number, date: string, locale: string) =>
    n === 1 ? `${date}に1回質問されました` : `${numberText(n, locale)}回質問されました（最後は${date}）`,
  askedAndAnswered: (date: string) => `最後の質問：${date}`,
  notAsked: '過去180日間、質問されていません。',
  hints: {
    suggested: (titles: string) => `候補：${titles}`,
    chosen: (titles: string) => `選ばれたもの：${titles}`,
    partly: (titles: string) => `一部の答え：${titles}`,
    disliked: (titles: string) => `「${titles}」と答えましたが、役に立ちませんでした`,
    'disliked choice': (titles: string) => `リーダーが選んだ「${titles}」と答えましたが、役に立ちませんでした`,
  },
  attachedOn: (title: string, date: string) => `${date}から「${title}」と答えています`,
  dismissedOn: (date: string) => `${date}に見送りました`,
  comment: (text: string) => `「${text}」`,
  alsoAsked: (text: string) => `ほかの聞き方：「${text}」`,
  kinds: {
    silent: '未回答の質問',
    suggested: '確実な答えのない質問',
    partly: '一部だけ答えた質問',
    disliked: '役に立たなかった答え',
    answered: '答えた質問',
    attached: 'トピックのある質問',
    dismissed: '見送った質問',
  },
  states: {
    silent: 'この質問に答えるトピックはありません。',
    suggested: 'この質問に確実に答えるトピックはありませんでした。',
    partly: 'この質問の一部には、答えがありませんでした。',
    disliked: 'この質問への答えは、役に立ちませんでした。',
    answered: 'この質問には答えがあります。',
    attached: (title: string) => `今は「${title}」がこの質問の答えです。元に戻すまで、質問の文は保管されます。`,
    dislikedChoice: (title: string) => `今は「${title}」がこの質問の答えですが、役に立ちませんでした。`,
    dismissed: '見送りました。一覧には表示されず、質問の文は180日後に削除されます。',
    forgotten: 'この質問に選ばれたトピックは、もうありません。',
  },
  whichTopic: '先に、答えになるトピックを選んでください。',
  stale: 'この質問については、別の人が先に決定しました。現在の状態は次のとおりです。',
};

export const knowledgeProblems: typeof en.knowledgeProblems = {
  'knowledge.no-topic': () => 'このトピックはもうありません。今あるトピックを見るには「トピック」と入力してください。',
  'knowledge.no-question': () => 'この質問はもうありません。トピックのない質問の保管期間は180日です。',
  'knowledge.leads-only': () => '未回答の質問は、リーダー向けです。',
};

/** The fixed words of its cards, by template. `{name}` stands for what the card is filled with. */
export const knowledgeCardWords: typeof en.knowledgeCardWords = {
  question: {
    topicThatAnswersIt: '答えになるトピック',
    chooseATopic: 'トピックを選択',
    answerWithThisTopic: 'このトピックで答える',
    dismiss: '見送る',
    undo: '元に戻す',
    backToTheList: '一覧に戻る',
  },
  unanswered: {
    open: '開く：{text}',
    openHint: 'この質問を開く',
    previous: '前へ',
    next: '次へ',
  },
};
