import { dueAlterations } from './alterations/deem-alterations';
import { deliverMail } from './mail/deliver-mail';
import { duePermits } from './permits/deem-permits';
import { dueDraws } from './sample-inspections/draw-samples';
import { dueSamples } from './sample-inspections/expire-samples';
import type { Deps } from './shared/deps';
import type { DueKind } from './shared/due';
import { settleDue } from './shared/due';

/** The kinds of things that fall due with time; where two are due at the same instant, the first named comes first. */
const kinds: readonly DueKind[] = [duePermits, dueAlterations, dueSamples, dueDraws];

/** What falls due with time, each piece done once however many processes look for it; and the mail that it wrote. */
export async function doDueWork(deps: Deps): Promise<void> {
  await settleDue(deps, kinds);
  await deliverMail(deps);
}
