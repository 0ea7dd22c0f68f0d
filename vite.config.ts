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
    // The server reads it to preload the chunks of a page.
    manifest: true,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What every page needs and what seldom changes, so that a new release leaves it cached.
          // Nothing else is grouped: antd must stay with the pages that use it.
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
            {
              name: 'shell',
              test: /node_modules\/(@tanstack|i18next|react-i18next|use-sync-external-store)\//,
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
