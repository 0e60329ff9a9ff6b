import type { RouteRequest } from '../feature.ts';

/** Of the browser: whoever asks may not be known. */
export function browserLocale(request: Pick<RouteRequest, 'header'>): string {
  const [first = ''] = request.header('accept-language').split(/[,;]/);
  try {
    return Intl.getCanonicalLocales(first.trim())[0] ?? 'en';
  } catch {
    return 'en';
  }
}
