/** How the page is built: a few files with relative addresses, whose names change with what is in them. */
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** In Teams its script is fetched beside the first one, not after it. The server leaves this out where nobody signs in. */
function teamsBeside(): Plugin {
  return {
    name: 'teams-beside',
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle = {} }) {
        const teams = Object.values(bundle).find(({ name, type }) => type === 'chunk' && name === 'teams');
        if (teams === undefined) throw new Error('there is no chunk of its own for Teams');
        const attrs = { rel: 'modulepreload', href: `./${teams.fileName}`, 'data-in': 'teams' };
        return [{ tag: 'link', attrs, injectTo: 'head' }];
      },
    },
  };
}

export default defineConfig({
  root: import.meta.dirname,
  // Relative, so that a proxy may put the bot below any path of its own.
  base: './',
  publicDir: false,
  plugins: [react(), teamsBeside()],
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
