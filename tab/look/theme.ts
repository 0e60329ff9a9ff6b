/** Fluent's themes under the names that Teams has for them. */
import { teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/react-components';
import type { ThemeName } from '../host/host.ts';

export const THEMES = { default: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme } as const;

/** The ground beneath the page goes with it. */
export function paintGround(name: ThemeName): void {
  document.documentElement.dataset.theme = name;
}
