import type { Database } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import { createTransport } from 'nodemailer';
import type { Deps } from '../shared/deps';

interface Waiting {
  id: number;
  recipient: string;
  subject: string;
  body: string;
  tries: number;
}

const BATCH = 20;
/** Minutes until the next try, by the number of tries so far; after the last the mail is given up. */
const RETRY_MINUTES = [1, 5, 30, 120, 720];
const MINUTE_MS = 60_000;

/** Takes what is due so that no other process does until then; a process that dies leaves it to the next. */
const take = prepared<Waiting>(
  'take-mail',
  `update mail set next_try_at = $1::timestamptz + interval '2 minutes'
   where id in (select id from mail where next_try_at <= $1 order by next_try_at, id limit ${BATCH} for update skip locked)
   returning id, recipient, subject, body, tries`,
);
const delivered = prepared(
  'mail-delivered',
  'update mail set delivered_at = $2, next_try_at = null, last_error = null where id = $1',
);
const failed = prepared(
  'mail-failed',
  'update mail set tries = tries + 1, next_try_at = $2, last_error = $3 where id = $1',
);

/** Hands waiting mail to the mail server; without one it stays where the sandbox shows it. */
export async function deliverMail({ db, clock, config, log }: Deps): Promise<void> {
  if (!config.smtpUrl) return;
  const transport = createTransport(config.smtpUrl);
  try {
    for (;;) {
      const batch = await db.transaction((tx) => tx.rows(take, [clock.now()]));
      for (const mail of batch) await deliver(db, mail);
      if (batch.length < BATCH) return;
    }
  } finally {
    transport.close();
  }

  async function deliver(database: Database, { id, recipient, subject, body, tries }: Waiting): Promise<void> {
    try {
      await transport.sendMail({ from: config.mailFrom, to: recipient, subject, text: body });
      await database.transaction((tx) => tx.rows(delivered, [id, clock.now()]));
    } catch (error) {
      log.warn({ err: error, mail: id }, 'mail could not be delivered');
      await database.transaction((tx) => tx.rows(failed, [id, nextTry(clock.now(), tries), String(error)]));
    }
  }
}

/** Null when there is no further try. */
function nextTry(now: Date, tries: number): Date | null {
  const minutes = RETRY_MINUTES[tries];
  return minutes === undefined ? null : new Date(now.getTime() + minutes * MINUTE_MS);
}
