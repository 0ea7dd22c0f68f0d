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
  },
  server: {
    proxy: { '/api': 'http://127.0.0.1:3000' },
  },
});
