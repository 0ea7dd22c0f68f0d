import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The web only. The server runs its TypeScript as it stands and serves what is built here. */
export default defineConfig({
  plugins: [react()],
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
