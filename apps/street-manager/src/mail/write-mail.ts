import type { Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';

export interface Mail {
  to: string;
  subject: string;
  body: string;
}

const insert = prepared(
  'write-mail',
  'insert into mail (written_at, next_try_at, recipient, subject, body) values ($1, $1, $2, $3, $4)',
);

/** Writes a mail with the change that it tells of; it is delivered after that is durable. */
export function writeMail(tx: Transaction, now: Date, { to, subject, body }: Mail): void {
  tx.send(insert, [now, to, subject, body]);
}
