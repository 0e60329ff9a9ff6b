/** How the page is built: a few files with relative addresses, whose names change with what is in them. */
import react from '@vitejs/plugin-react';
import { defineConfig, type HtmlTagDescriptor, type Plugin } from 'vite';

/**
 * The script of the page itself is fetched beside the small one that runs it. So is that of Teams; the server leaves it out where nobody signs in.
 */
function fetchedAhead(): Plugin {
  return {
    name: 'fetched-ahead',
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle = {} }) {
        const linkTo = (wanted: string, more = {}): HtmlTagDescriptor => {
          const chunk = Object.values(bundle).find(({ name, type }) => type === 'chunk' && name === wanted);
          if (chunk === undefined) throw new Error(`there is no chunk of its own for ${wanted}`);
          return {
            tag: 'link',
            attrs: { rel: 'modulepreload', href: `./${chunk.fileName}`, ...more },
            injectTo: 'head',
          };
        };
        return [linkTo('main'), linkTo('teams', { 'data-in': 'teams' })];
      },
    },
  };
}

export default defineConfig({
  root: import.meta.dirname,
  // Relative, so that a proxy may put the bot below any path of its own.
  base: './',
  publicDir: false,
  plugins: [react(), fetchedAhead()],
  // The server fills it in for each answer.
  html: { cspNonce: '__NONCE__' },
  build: {
    outDir: '../dist/page',
    emptyOutDir: true,
    target: 'es2023',
    modulePreload: { polyfill: false },
    // A picture in the text of a script would be one more thing for the policy to allow.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // A test holds the size, packed (test/scripts/page.test.ts).
    chunkSizeWarningLimit: 1_000,
  },
});
