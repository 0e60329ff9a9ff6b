/** How the page is built: a few files with relative addresses, whose names change with what is in them. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  // Relative, so that a proxy may put the bot below any path of its own.
  base: './',
  publicDir: false,
  plugins: [react()],
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
    // A test holds the size, packed (test/tab/page-size.test.ts).
    chunkSizeWarningLimit: 1_000,
  },
});
