import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openMailer, type Mail } from './mail.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rongtong-mail-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const mail: Mail = {
  to: 'lin@example.com',
  subject: '【融通】需求已受理',
  text: '林秋实，您好：\n\n需求已发布。',
  messageId: 'need.7.abc@rongtong.test',
};

/** Takes one mail the way any SMTP server does, and keeps what it was sent. */
async function listenForMail(): Promise<{ url: string; received: string[]; close: () => void }> {
  const received: string[] = [];
  const server = net.createServer((socket) => {
    let inData = false;
    const say = (line: string) => socket.write(`${line}\r\n`);
    say('220 test');
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      received.push(chunk);
      if (inData) {
        if (!chunk.endsWith('\r\n.\r\n')) return;
        inData = false;
        say('250 taken');
        return;
      }
      const verb = chunk.slice(0, 4).toUpperCase();
      if (verb === 'DATA') {
        inData = true;
        say('354 go on');
      } else if (verb === 'QUIT') {
        socket.end('221 bye\r\n');
      } else say('250 ok');
    });
  });
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as net.AddressInfo;
  return { url: `smtp://127.0.0.1:${port}?ignoreTLS=true`, received, close: () => server.close() };
}

describe('mail', () => {
  it('goes into a folder as it would be sent, one file a message', async () => {
    const mailer = openMailer({ url: null, from: '融通 <no-reply@example.org>', folder });
    await mailer.send(mail);
    await mailer.send(mail);
    const files = fs.readdirSync(folder);
    expect(files).toHaveLength(1);
    const text = fs.readFileSync(path.join(folder, files[0]!), 'utf8');
    expect(text).toContain('To: lin@example.com');
    expect(text).toContain(mail.messageId);
  });

  it('goes to an SMTP server when one is set', async () => {
    const server = await listenForMail();
    const mailer = openMailer({ url: server.url, from: 'no-reply@example.org', folder });
    await mailer.send(mail);
    server.close();
    const sent = server.received.join('');
    expect(sent).toContain('RCPT TO:<lin@example.com>');
    expect(sent).toContain('Message-ID: <need.7.abc@rongtong.test>');
    expect(sent).toContain(Buffer.from(mail.text).toString('base64').slice(0, 40));
  });

  it('that cannot be delivered is an error, so that the job tries again', async () => {
    const mailer = openMailer({ url: 'smtp://127.0.0.1:9', from: 'a@example.org', folder });
    await expect(mailer.send(mail)).rejects.toThrow(/ECONNREFUSED/);
  });
});
