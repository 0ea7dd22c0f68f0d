import fs from 'node:fs/promises';
import path from 'node:path';
import nodemailer from 'nodemailer';

export type Mail = {
  to: string;
  subject: string;
  text: string;
  /** The same as `text`, for programs that show it. */
  html?: string;
  messageId: string;
  /** A date that the recipient's calendar takes over or calls off. */
  calendar?: { method: 'request' | 'cancel'; content: string };
  headers?: Record<string, string>;
};
export type Mailer = { send(mail: Mail): Promise<void> };

/** Mail by SMTP when an address is given, else as `.eml` files in a folder, for trying things out. */
export function openMailer(options: { url: string | null; from: string; folder: string }): Mailer {
  if (options.url !== null) {
    const transport = nodemailer.createTransport(options.url);
    return {
      async send(mail) {
        await transport.sendMail(message(options.from, mail));
      },
    };
  }
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true });
  return {
    async send(mail) {
      const built = await transport.sendMail(message(options.from, mail));
      await fs.mkdir(options.folder, { recursive: true, mode: 0o700 });
      const name = `${mail.messageId.replaceAll(/[^\w-]/g, '_')}.eml`;
      await fs.writeFile(path.join(options.folder, name), built.message as Buffer);
    },
  };
}

function message(from: string, { calendar, ...mail }: Mail) {
  if (!calendar) return { from, ...mail };
  const { method, content } = calendar;
  return { from, ...mail, icalEvent: { method, content, filename: 'invite.ics' } };
}
