import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import { zipSync, type Zippable } from 'fflate';
import pdfmake from 'pdfmake';
import type { DocumentTask, DocumentAnswer, Paper } from './documents.ts';

// Setting a page or packing twenty megabytes takes longer than a request of others may wait, so
// both are done here, in a thread of their own.

const require = createRequire(import.meta.url);
const fonts = {
  // Both languages from one family; what a paper does not use is left out of it.
  Sans: {
    normal: require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
    bold: require.resolve('@expo-google-fonts/noto-sans-sc/600SemiBold/NotoSansSC_600SemiBold.ttf'),
  },
};
pdfmake.setFonts(fonts);
// A paper never fetches anything: its words may be anybody's.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((file) =>
  Object.values(fonts).some((family) => Object.values(family).includes(file)),
);

const ink = '#17201C';
const grey = '#5C6862';

const setPaper = async ({ title, footer, content }: Paper): Promise<Uint8Array> =>
  pdfmake
    .createPdf({
      info: { title, creator: 'Rongtong' },
      pageSize: 'A4',
      pageMargins: [56, 56, 56, 64],
      defaultStyle: { font: 'Sans', fontSize: 10, lineHeight: 1.35, color: ink },
      styles: {
        title: { fontSize: 18, bold: true, lineHeight: 1.3 },
        heading: { fontSize: 13, bold: true, margin: [0, 16, 0, 6] },
        meta: { fontSize: 9, color: grey },
        words: { margin: [10, 2, 0, 2] },
      },
      content,
      // No heading stands last on a page.
      pageBreakBefore: (node, { getFollowingNodesOnPage }) =>
        node.headlineLevel === 1 && getFollowingNodesOnPage().length === 0,
      footer: (page, pages) => ({
        margin: [56, 16, 56, 0],
        columns: [
          { text: footer, style: 'meta' },
          { text: `${page} / ${pages}`, style: 'meta', alignment: 'right', width: 60 },
        ],
      }),
    })
    .getBuffer();

function pack(entries: Extract<DocumentTask, { kind: 'zip' }>['entries']): Uint8Array {
  const files: Zippable = {};
  // Scans and PDF are packed already; packing them again costs time and saves nothing.
  for (const { name, content } of entries) files[name] = [content, { level: 0 }];
  return zipSync(files);
}

parentPort?.on('message', async (task: DocumentTask & { id: number }) => {
  const answer = (given: DocumentAnswer, moved: ArrayBuffer[] = []) =>
    parentPort?.postMessage(given, moved);
  try {
    const made = task.kind === 'pdf' ? await setPaper(task.paper) : pack(task.entries);
    const content = new Uint8Array(made);
    answer({ id: task.id, content }, [content.buffer]);
  } catch (error) {
    answer({ id: task.id, problem: error instanceof Error ? error.message : String(error) });
  }
});
