import type { Server, Socket } from 'node:net';
import { createServer } from 'node:net';
import { prepared } from '@switchyard/db';
import { call } from '@switchyard/testing';
import { START, streetManager } from '../testing/street-manager';

/** A mail server of a few words: it takes every mail, or none. */
const taken: string[] = [];
let refusing = false;
const server: Server = createServer((socket) => converse(socket));
const PORT = 20_000 + (process.pid % 20_000);

beforeAll(() => new Promise<void>((resolve) => server.listen(PORT, '127.0.0.1', resolve)));
afterAll(() => new Promise((resolve) => server.close(resolve)));

const { api } = streetManager({ SMTP_URL: `smtp://127.0.0.1:${PORT}`, MAIL_FROM: 'streets@ellerdale.example' });
const mails = prepared<{ delivered: boolean; tries: number; waiting: boolean }>(
  'mails',
  'select delivered_at is not null as delivered, tries, next_try_at is not null as waiting from mail where recipient = $1 order by id',
);

const forget = (email: string) =>
  call(`${api.url()}/v3/party/forgot-password`, 'POST', {
    body: { email },
    headers: { 'Content-Type': 'application/json' },
  });

it('hands mail to the mail server once it is durable', async () => {
  await forget('planner@northbeck.example');
  await api.moveTo({ advance: 'PT1S' });
  expect(taken).toHaveLength(1);
  expect(taken[0]).toContain('From: streets@ellerdale.example');
  expect(taken[0]).toContain('To: planner@northbeck.example');
  await api.moveTo({ advance: 'PT1H' });
  expect(taken).toHaveLength(1);
});

it('tries again, later and later, and gives up in the end', async () => {
  refusing = true;
  await api.moveTo({ now: START });
  await forget('planner@southgate.example');
  for (const wait of ['PT1S', 'PT1M', 'PT5M', 'PT30M', 'PT2H', 'PT12H', 'P2D']) await api.moveTo({ advance: wait });
  const rows = await api.db().reader().rows(mails, ['planner@southgate.example']);
  expect(rows).toEqual([{ delivered: false, tries: 6, waiting: false }]);
});

function converse(socket: Socket): void {
  let body: string | undefined;
  socket.write('220 here\r\n');
  socket.on('data', (chunk) => {
    const text = chunk.toString();
    if (body !== undefined) {
      body += text;
      if (!body.endsWith('\r\n.\r\n')) return;
      taken.push(body);
      body = undefined;
      socket.write('250 taken\r\n');
      return;
    }
    for (const line of text.split('\r\n').filter(Boolean)) socket.write(answerTo(line));
    if (/^DATA/im.test(text)) body = '';
  });
  socket.on('error', () => undefined);
}

function answerTo(line: string): string {
  if (/^DATA/i.test(line)) return '354 go on\r\n';
  if (/^RCPT/i.test(line) && refusing) return '451 not now\r\n';
  if (/^QUIT/i.test(line)) return '221 bye\r\n';
  return '250 fine\r\n';
}
