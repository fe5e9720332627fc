import type Router from '@koa/router';
import type { Connection } from '@switchyard/db';
import { prepared } from '@switchyard/db';

const latest = prepared(
  'latest-mail',
  `select wire_date(written_at) as written_at, recipient, subject, body, wire_date(delivered_at) as delivered_at
   from mail where $1::text is null or recipient = $1 order by written_at desc, id desc limit 100`,
);

/** The sandbox's mailbox: the newest hundred mails, of one recipient with `?to=`. Returns what it serves. */
export function mailboxRoute(router: Router, db: Connection): readonly string[] {
  router.get('/sandbox/mail', async (ctx) => {
    const to = ctx.query.to;
    ctx.body = { mails: await db.rows(latest, [typeof to === 'string' ? to : null]) };
  });
  return ['GET /sandbox/mail'];
}
