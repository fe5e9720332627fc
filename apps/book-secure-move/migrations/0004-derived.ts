import type { Migration } from '@switchyard/db';

/**
 * What lists need at once and nobody should have to compute: who may see a move, whether it wanders from its own date,
 * and how many there are. Triggers keep it in the transaction of the change, so it is never behind.
 */
export const derived: Migration = {
  name: '0004-derived',
  up: (schema) =>
    schema.raw(`
      -- A supplier sees a move that is its own, or that touches one of its locations, by an end or by a lodging.
      create function move_visible_to(move uuid, supplier uuid, from_location uuid, to_location uuid) returns uuid[]
      language sql stable as $$
        select array(
          select supplier where supplier is not null
          union
          select supplier_id from supplier_locations where location_id in (from_location, to_location)
          union
          select sl.supplier_id from lodgings l join supplier_locations sl using (location_id) where l.move_id = move
          order by 1)
      $$;

      create function move_has_multi_date_journeys(move uuid, day date, destination uuid) returns boolean
      language sql stable as $$
        select exists (
          select from journeys j
          where j.move_id = move and j.state not in ('rejected', 'cancelled')
            and (j.date is distinct from day or j.to_location_id is distinct from destination))
      $$;

      create function moves_derive() returns trigger language plpgsql as $$
      begin
        if tg_op = 'INSERT' then
          new.visible_to := move_visible_to(new.id, new.supplier_id, new.from_location_id, new.to_location_id);
        else
          if new.supplier_id <> old.supplier_id or new.to_location_id is distinct from old.to_location_id
             or new.from_location_id <> old.from_location_id then
            new.visible_to := move_visible_to(new.id, new.supplier_id, new.from_location_id, new.to_location_id);
          end if;
          if new.date is distinct from old.date or new.to_location_id is distinct from old.to_location_id then
            new.has_multi_date_journeys := move_has_multi_date_journeys(new.id, new.date, new.to_location_id);
          end if;
        end if;
        return new;
      end $$;
      create trigger moves_derive before insert or update on moves for each row execute function moves_derive();

      create function journeys_derive() returns trigger language plpgsql as $$
      begin
        update moves m
        set has_multi_date_journeys = not m.has_multi_date_journeys
        where m.id = new.move_id
          and m.has_multi_date_journeys <> move_has_multi_date_journeys(m.id, m.date, m.to_location_id);
        return null;
      end $$;
      create trigger journeys_derive after insert or update of state, date, to_location_id on journeys
        for each row execute function journeys_derive();

      create function lodgings_derive() returns trigger language plpgsql as $$
      begin
        update moves m
        set has_lodgings = true,
            visible_to = move_visible_to(m.id, m.supplier_id, m.from_location_id, m.to_location_id)
        where m.id = new.move_id;
        return null;
      end $$;
      create trigger lodgings_derive after insert or update of location_id on lodgings
        for each row execute function lodgings_derive();

      create function supplier_locations_derive() returns trigger language plpgsql as $$
      declare
        place uuid := coalesce(new.location_id, old.location_id);
      begin
        update moves m
        set visible_to = move_visible_to(m.id, m.supplier_id, m.from_location_id, m.to_location_id)
        where m.from_location_id = place or m.to_location_id = place
           or m.id in (select move_id from lodgings where location_id = place);
        return null;
      end $$;
      create trigger supplier_locations_derive after insert or delete on supplier_locations
        for each row execute function supplier_locations_derive();

      -- Counts as sums of small changes: writers only append, so none waits for another; a sweep folds them together.
      create table tallies (
        relation text not null,
        visible_to uuid[] not null,
        supplier_id uuid,
        status text,
        -- of a move that keeps to its own date and places
        day date,
        delta integer not null,
        folded boolean not null default false
      );
      create index tallies_relation on tallies (relation, day);
      create unique index tallies_folded on tallies (relation, visible_to, supplier_id, status, day) nulls not distinct
        where folded;

      -- the day under which a move is found, unless its journeys and lodgings must be looked at
      create function settled_day(day date, multi_date_journeys boolean, lodgings boolean) returns date
      language sql immutable as $$
        select case when not multi_date_journeys and not lodgings then day end
      $$;

      create function moves_tally_insert() returns trigger language plpgsql as $$
      begin
        insert into tallies
        select 'moves', visible_to, supplier_id, status,
          settled_day(date, has_multi_date_journeys, has_lodgings), count(*)
        from added group by 1, 2, 3, 4, 5;
        return null;
      end $$;
      create trigger moves_tally_insert after insert on moves
        referencing new table as added for each statement execute function moves_tally_insert();

      create function moves_tally_update() returns trigger language plpgsql as $$
      begin
        insert into tallies
        select 'moves', visible_to, supplier_id, status, day, sum(n)
        from (select visible_to, supplier_id, status,
                settled_day(date, has_multi_date_journeys, has_lodgings) as day, 1 as n
              from added
              union all
              select visible_to, supplier_id, status, settled_day(date, has_multi_date_journeys, has_lodgings), -1
              from removed) change
        group by 1, 2, 3, 4, 5 having sum(n) <> 0;
        return null;
      end $$;
      create trigger moves_tally_update after update on moves
        referencing old table as removed new table as added
        for each statement execute function moves_tally_update();

      create function people_tally() returns trigger language plpgsql as $$
      begin
        insert into tallies select 'people', '{}', null, null, null, count(*) from added having count(*) > 0;
        return null;
      end $$;
      create trigger people_tally after insert on people
        referencing new table as added for each statement execute function people_tally();

      -- Moves are summed twice: by supplier and status, and by day.
      create function fold_tallies() returns void language sql as $$
        with taken as (delete from tallies where not folded returning *)
        insert into tallies as sums (relation, visible_to, supplier_id, status, day, delta, folded)
        select relation, visible_to, supplier_id, status, null, sum(delta), true from taken
        group by 1, 2, 3, 4 having sum(delta) <> 0
        union all
        select 'moves by day', visible_to, null, null, day, sum(delta), true from taken
        where day is not null group by 2, 5 having sum(delta) <> 0
        on conflict (relation, visible_to, supplier_id, status, day) where folded
        do update set delta = sums.delta + excluded.delta
      $$;
    `),
};
