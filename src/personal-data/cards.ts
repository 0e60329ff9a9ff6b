/** The card on what is kept about whoever asks. Pure. */
import type { Card, Reader } from '../turn.ts';
import type { Kept } from './service.ts';
import { personalDataCardWords, personalDataTexts } from './texts.ts';
import type { PersonalDataView } from './views.ts';

export function keptDataCard(kept: readonly Kept[], { locale }: Reader): Card {
  const { title, detail, nothing, stays, closing } = personalDataTexts(locale);
  const some = kept.length > 0;
  return card(
    { title, detail: some ? detail : nothing, ...rowsOf(kept, locale, stays), closing, canAsk: some },
    locale,
  );
}

export function deleteDataCard(kept: readonly Kept[], { locale }: Reader): Card {
  const { title, detail, stays, closing } = personalDataTexts(locale).ask;
  return card({ title, detail, ...rowsOf(kept, locale, stays), closing, canDelete: true }, locale);
}

export function deletedDataCard(locale: string): Card {
  return card(personalDataTexts(locale).done, locale);
}

function rowsOf(kept: readonly Kept[], locale: string, stays: string) {
  const rowsOfKind = (which: boolean) =>
    kept
      .filter((one) => one.stays === which)
      .map(({ collection, count }) => ({
        what: personalDataTexts(locale).kept[collection]?.(count, locale) ?? collection,
      }));
  const staying = rowsOfKind(true);
  return { rows: rowsOfKind(false), staying, stays: staying.length > 0 ? stays : '' };
}

function card(view: Pick<PersonalDataView, 'title' | 'detail'> & Partial<PersonalDataView>, locale: string): Card {
  const data: PersonalDataView = {
    ...{ rows: [], stays: '', staying: [], closing: '', canAsk: false, canDelete: false },
    ...view,
  };
  return { template: 'personal-data', words: personalDataCardWords(locale)['personal-data'], data };
}
