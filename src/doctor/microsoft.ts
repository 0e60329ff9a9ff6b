/** Microsoft's sign-in service: where it is, and the words of its refusals. */

export const AUTHORITY = 'https://login.microsoftonline.com';
/** What a token of the bot is for. */
export const BOT_RESOURCE = 'https://api.botframework.com';

/** The code of a refusal, such as `AADSTS7000215`; undefined where the answer is none. */
export function refusalIn(answer: Readonly<Record<string, unknown>> | undefined): string | undefined {
  return /\bAADSTS\d+/.exec(String(answer?.error_description ?? ''))?.[0];
}
