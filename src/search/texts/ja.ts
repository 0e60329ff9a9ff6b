/** What a search in the compose box says, in Japanese. */
import type * as en from './en.ts';

export const searchTexts: typeof en.searchTexts = {
  nothingTyped: '請求ID、顧客名、またはチケット番号を入力してください。担当している未完了のものはありません。',
  nothing: '表示できる範囲に一致するものがありません。請求ID、顧客名、またはチケット番号を入力してください。',
  unknownPerson:
    'まだご利用の記録がありません。Teamsの個人チャットで一度「ヘルプ」と入力してから、もう一度検索してください。',
  claim: (claimId: string) => `請求${claimId}`,
  ticket: (name: string) => `チケット${name}`,
  claimStates: { done: '残りの作業なし', 'does not count': '更新の対象外' },
  kinds: { claim: '請求', ticket: 'チケット' },
  openClaims: 'パートナー センターを開く',
  openSupport: 'Microsoftサポート',
  line: (...parts: readonly string[]) => parts.join(' · '),
};
