import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/**
 * Contracts name their schemas, but only the server checks by them: the web needs method and path.
 * Leaving the schema library out saves a tenth of what a first visit loads, and its probe for
 * `new Function`, which the content security policy would report.
 */
const schemasStayOnTheServer = (): Plugin => ({
  name: 'schemas-stay-on-the-server',
  enforce: 'pre',
  resolveId: (id) => (id === 'zod' ? '\0no-schemas' : undefined),
  load: (id) =>
    id === '\0no-schemas'
      ? `const any = new Proxy(() => any, { get: () => any }); export { any as z };`
      : undefined,
});

/** The web only. The server runs its TypeScript as it stands and serves what is built here. */
export default defineConfig({
  plugins: [schemasStayOnTheServer(), react()],
  publicDir: 'src/ui/public',
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      treeshake: {
        // A module's door only passes on: a page that takes one thing from it loads that thing alone.
        moduleSideEffects: [{ test: /\/src\/modules\/[^/]+\/web\/index\.ts$/, sideEffects: false }],
      },
      output: {
        codeSplitting: {
          // What every page needs. Most of it seldom changes, so that a new release leaves it cached.
          // Nothing else is grouped: what only some pages use stays with them.
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
            {
              name: 'shell',
              test: /node_modules\/(@tanstack|i18next|react-i18next|use-sync-external-store)\//,
            },
            { name: 'client', test: /node_modules\/@orpc\// },
            // Together: small files of their own would cost a request and their compression each.
            {
              name: 'frame',
              test: /\/src\/ui\/(?!kit-page|i18n\/en)(shell|states|i18n|theme\/color-mode|controls\/(Button|shortcut)|[\w-]+\.ts)/,
            },
          ],
        },
      },
    },
  },
  server: {
    proxy: { '/api': 'http://127.0.0.1:3000' },
  },
});
