import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { givenAccount, type Person } from '../../../tests/support/people.ts';
import { MAX_FILE_BYTES } from './files.ts';

let test: TestApp;
let person: Person;
beforeAll(async () => {
  test = await startTestApp();
  person = await givenAccount(test);
});
afterAll(() => test.close());

const upload = (content: BlobPart, name: string) =>
  person.api.files.uploadFile({ file: new File([content], name) });

describe('an upload', () => {
  it('is known by its content, not by its name', async () => {
    const pdf = await upload('%PDF-1.7 合同', '合同.exe');
    expect(pdf).toMatchObject({ name: '合同.exe', mediaType: 'application/pdf' });
    const text = await upload('<script>alert(1)</script>', 'page.html');
    expect(text.mediaType).toBe('text/plain; charset=utf-8');
  });

  it.each([
    ['empty', '', 400],
    ['a program', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0]), 400],
    ['an archive that is no document', new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]), 400],
    ['a document with macros', 'PK\u0003\u0004word/document.xml word/vbaProject.bin', 400],
  ])('is refused with a reason when it is %s', async (_what, content, status) => {
    const failure = await upload(content, 'a.docx').then(
      () => undefined,
      (error: { status: number; message: string }) => error,
    );
    expect(failure?.status).toBe(status);
    expect(failure?.message).toMatch(/文件/);
  });

  it('is refused when it is too large, before it is read', async () => {
    const body = new FormData();
    body.set('file', new File([new Uint8Array(MAX_FILE_BYTES + 100_000)], 'big.pdf'));
    const response = await test.fetch('/api/files', {
      method: 'POST',
      body,
      headers: { cookie: person.cookie, 'content-length': String(MAX_FILE_BYTES + 100_000) },
    });
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ message: expect.stringContaining('最多 20 MB') });
  });

  it('cannot carry a path in its name', async () => {
    const file = await upload('正文', '../../etc/passwd');
    expect(file.name).not.toMatch(/[/\\]/);
  });
});
