import type { Connection, Database, SecretBox, Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import { Conflict, NotFound } from '@switchyard/domain';

interface SecretRow {
  id: string;
  secret: string;
  previous_secret: string | null;
  previous_until: Date | null;
  basic_credentials: string | null;
}

const secretColumns = 'id, secret, previous_secret, previous_until, basic_credentials';
const secretOf = prepared<SecretRow>(
  'webhook-endpoint-secret',
  `select ${secretColumns} from webhook_endpoint where id = $1`,
);
const lockSecret = prepared<SecretRow>(
  'webhook-endpoint-lock-secret',
  `select ${secretColumns} from webhook_endpoint where id = $1 for no key update`,
);
const setSecret = prepared(
  'webhook-endpoint-rotate',
  `update webhook_endpoint set secret = $2, previous_secret = $3, previous_until = $4 where id = $1`,
);

/** The secret that signs now. Throws NotFound. */
export async function readSecret(db: Connection, secrets: SecretBox, id: string): Promise<string> {
  const row = await db.first(secretOf, [id]);
  if (!row) throw new NotFound('endpoint', id);
  return secrets.open(row.secret, id);
}

export interface Rotation {
  id: string;
  secret: string;
  /** Until then the previous secret signs too; an instant that is past ends its use at once. */
  previousUntil: Date;
  now: Date;
}

/** Signs with another secret from now on. Throws NotFound, and Conflict while an earlier rotation is still open. */
export async function rotateSecret(tx: Transaction, secrets: SecretBox, rotation: Rotation): Promise<void> {
  const { id, secret, previousUntil, now } = rotation;
  const row = await tx.first(lockSecret, [id]);
  if (!row) throw new NotFound('endpoint', id);
  if (row.previous_until && row.previous_until > now)
    throw new Conflict('rotation_open', { until: row.previous_until });
  const overlaps = previousUntil > now;
  tx.send(setSecret, [id, secrets.seal(secret, id), overlaps ? row.secret : null, overlaps ? previousUntil : null]);
}

const allSecrets = prepared<SecretRow>(
  'webhook-endpoint-all-secrets',
  `select ${secretColumns} from webhook_endpoint order by id for no key update`,
);
const reseal = prepared(
  'webhook-endpoint-reseal',
  `update webhook_endpoint set secret = $2, previous_secret = $3, basic_credentials = $4 where id = $1`,
);

/** After a change of key: seals everything under the current one. Gives how many endpoints were sealed again. */
export async function resealSecrets(db: Database, secrets: SecretBox): Promise<number> {
  return db.transaction(async (tx) => {
    const stale = (await tx.rows(allSecrets)).filter((row) =>
      sealedTexts(row).some((text) => !secrets.isCurrent(text)),
    );
    for (const { id, secret, previous_secret, basic_credentials } of stale) {
      const again = (text: string | null): string | null => text && secrets.seal(secrets.open(text, id), id);
      tx.send(reseal, [id, again(secret), again(previous_secret), again(basic_credentials)]);
    }
    return stale.length;
  });
}

const sealedTexts = (row: SecretRow): string[] =>
  [row.secret, row.previous_secret, row.basic_credentials].filter((text) => text !== null);
