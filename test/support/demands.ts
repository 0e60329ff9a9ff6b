import type { Language } from '../../src/language/language.ts';

/** What a recommendation never says. */
export const DEMANDS: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:requir\w*|must|mandatory|obligat\w*|have to|compulsory)\b/iu,
  de: /(?<!\p{L})(?:muss|müssen|musst|müsst|\p{L}*pflicht\p{L}*|erforderlich\p{L}*|zwingend\p{L}*|obligatorisch\p{L}*|notwendig\p{L}*|benötig\p{L}*)(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:obligat\p{L}*|exig\p{L}*|requis\p{L}*|requier\p{L}*|devez|doit|doivent|devons|impérati\p{L}*|nécessaire\p{L}*|faut)(?!\p{L})/iu,
  es: /(?<!\p{L})(?:obligat\p{L}*|requer\p{L}*|requier\p{L}*|debe|deben|debes|exig\p{L}*|exij\p{L}*|necesari\p{L}*|imprescindible\p{L}*|(?:tiene|tienes|tienen|hay) que)(?!\p{L})/iu,
  it: /(?<!\p{L})(?:obblig\p{L}*|deve|devi|devono|dovete|necessari\p{L}*|bisogna|(?:è|viene) richiesto)(?!\p{L})/iu,
  'pt-BR':
    /(?<!\p{L})(?:obrigat\p{L}*|deve|devem|exig\p{L}*|precis[ao]\p{L}*|necessári\p{L}*|tem que|têm que)(?!\p{L})/iu,
  ja: /必須|必要|義務|なければな|しなければ|べき/u,
};
