/** The language of the page and of the bot: a sign at the end of the row of links, over which a list of the browser's own opens. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { LocalLanguage20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useClient, useMe } from '../data/queries.ts';
import { SPOKEN, texts } from '../texts.ts';
import { problemText } from './notice.tsx';

const useStyles = makeStyles({
  place: {
    position: 'relative',
    display: 'flex',
    flexShrink: 0,
    alignItems: 'center',
    paddingInline: tokens.spacingHorizontalXS,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
    ':hover': { color: tokens.colorNeutralForeground2Hover },
    ':focus-within': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  problem: {
    position: 'absolute',
    insetInlineEnd: 0,
    top: '100%',
    zIndex: 1,
    width: 'max-content',
    maxWidth: '280px',
    padding: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow8,
  },
  list: { position: 'absolute', inset: 0, width: '100%', opacity: 0, cursor: 'pointer' },
});

export default function LanguageChoice() {
  const styles = useStyles();
  const { data: me } = useMe();
  const client = useClient();
  /** The page begins anew in it. */
  const choose = async (language: string): Promise<void> => {
    await client.post('language', { language });
    window.location.reload();
  };
  const [error, setError] = useState<Error>();
  return (
    <div className={styles.place} title={texts.language.choose}>
      <LocalLanguage20Regular aria-hidden />
      <select
        className={styles.list}
        aria-label={texts.language.choose}
        value={me?.chosenLanguage ?? 'client'}
        onChange={({ target }) => void choose(target.value).catch(setError)}
      >
        <option value="client">{texts.language.client}</option>
        {SPOKEN.map((language) => (
          <option key={language} value={language} lang={language}>
            {ownName(language)}
          </option>
        ))}
      </select>
      {error !== undefined && (
        <span className={styles.problem} role="alert">
          {problemText(error)}
        </span>
      )}
    </div>
  );
}

/** "Deutsch", as those call it who speak it. */
function ownName(language: string): string {
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
