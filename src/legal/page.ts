/** A page from markdown that an operator edits. Markup of theirs is shown as text, and nothing on the page runs or is fetched. */
import MarkdownIt from 'markdown-it';

/** The only style there is; `page.ts` and the policy of the answer name it by its hash. */
export const STYLE =
  'body{font:1rem/1.6 "Segoe UI",system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}table{border-collapse:collapse}td,th{border:1px solid;padding:.25rem .5rem;text-align:start}';

/** Raw HTML is escaped, and addresses such as `javascript:` are no links. Pictures would be fetched from elsewhere. */
const markdown = new MarkdownIt({ html: false, linkify: true, typographer: false }).disable('image');

/** The whole page, in English as its text. The title is the first heading. */
export function legalPage(text: string): string {
  const [, title = ''] = /^# +(.+)$/m.exec(text) ?? [];
  const escaped = markdown.utils.escapeHtml(title.trim());
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped}</title><style>${STYLE}</style></head><body><main>${markdown.render(text)}</main></body></html>\n`;
}
