import { prepared } from '@switchyard/db';
import type { Act } from '../shared/deps';
import { authorityOf } from './authority';

const request = prepared(
  'request-sample-draws',
  `insert into sample_draw (target_reference, category, requested_at)
   select t.reference, c.category, $2 from sample_target t cross join unnest('{a,b,c}'::text[]) as c (category)
   where t.highway_authority = $1 and t.is_active order by t.reference, c.category`,
);

/** Asks for a draw for every category of every active target of the caller's authority; it is made in the background. */
export function requestDraws({ tx, caller, directory, now }: Act): void {
  tx.send(request, [authorityOf(caller, directory).reference, now]);
}
