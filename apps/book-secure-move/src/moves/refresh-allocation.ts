import { prepared } from '@switchyard/db';
import type { Move } from '@switchyard/domain/book-secure-move';
import type { Act } from '../shared/deps';

// Held in a step of its own: the count must be read after a parallel request, that filled another move, has committed.
const hold = prepared('allocation-hold', 'select from allocations where id = $1 for no key update');
const refresh = prepared(
  'allocation-refresh',
  `update allocations a
   set moves_count = live.total, updated_at = $2,
       status = case when live.total > 0 and live.total = live.with_profile then 'filled' else 'unfilled' end
   from (select count(*)::int as total, count(profile_id)::int as with_profile
         from moves where allocation_id = $1 and status <> 'cancelled') live
   where a.id = $1 and a.status <> 'cancelled'`,
);

/** An allocation counts its live moves, and is filled once each of them has a person. Call after the move is saved. */
export function refreshAllocation({ tx, now }: Act, { allocationId }: Move): void {
  if (allocationId === null) return;
  tx.send(hold, [allocationId]);
  tx.send(refresh, [allocationId, now]);
}
