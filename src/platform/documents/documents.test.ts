import { unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { openDocuments, type Paper } from './documents.ts';

const problems: unknown[] = [];
const documents = openDocuments((error) => problems.push(error));
afterAll(() => documents.close());

const paper: Paper = {
  title: '对接记录',
  footer: 'RT-2026-0001',
  content: Array.from({ length: 400 }, (_each, index) => ({
    text: `第 ${index} 段：早上第一件和下午的件尺寸差三四丝，换型停机不超过两小时可接受。`,
  })),
};

describe('a paper', () => {
  it('is a PDF with Chinese in it, only of the characters that it uses', async () => {
    const pdf = Buffer.from(await documents.pdf(paper));
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    // Both whole fonts would be 21 MB.
    expect(pdf.byteLength).toBeLessThan(400_000);
    expect(problems).toEqual([]);
  });

  it('holds up nobody else while it is set', async () => {
    const before = process.threadCpuUsage();
    await documents.pdf(paper);
    const { user, system } = process.threadCpuUsage(before);
    // All that this thread did meanwhile, in microseconds: less than the longest pause allowed.
    expect(user + system).toBeLessThan(50_000);
  });

  it('fetches nothing, whatever its words ask for', async () => {
    const asking = { ...paper, content: [{ image: 'http://127.0.0.1:9/a.png' }] };
    await expect(documents.pdf(asking)).rejects.toMatchObject({ kind: 'unavailable' });
    await expect(
      documents.pdf({ ...paper, content: [{ image: '/etc/passwd' }] }),
    ).rejects.toMatchObject({ kind: 'unavailable' });
  });
});

it('packs files under their names, in Chinese too', async () => {
  const content = new TextEncoder().encode('正文');
  const zip = await documents.zip([{ name: '合同/合同.pdf', content }]);
  const unpacked = unzipSync(zip);
  expect(Object.keys(unpacked)).toEqual(['合同/合同.pdf']);
  expect(new TextDecoder().decode(unpacked['合同/合同.pdf'])).toBe('正文');
});
