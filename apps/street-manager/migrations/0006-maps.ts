import type { Migration } from '@switchyard/db';

/**
 * Geometry on the British National Grid, as the database sees it: what a rectangle of the map or the surroundings of a
 * place hold is found by bounding boxes, and decided by the positions themselves.
 */
export const maps: Migration = {
  name: '0006-maps',
  up: (schema) =>
    schema.raw(`
      -- The smallest box around a GeoJSON geometry of any type.
      create function grid_box(geometry jsonb) returns box
        language sql immutable parallel safe strict
        return (
          select box(point(min((p->>0)::float8), min((p->>1)::float8)), point(max((p->>0)::float8), max((p->>1)::float8)))
          from jsonb_path_query(geometry->'coordinates',
            'strict $.** \\? (@.type() == "array" && @[0].type() == "number")') as p);

      -- The straight pieces of the lines or rings of a geometry; none of a point.
      create function grid_segments(geometry jsonb) returns setof lseg
        language sql immutable parallel safe strict
        begin atomic
          select lseg(point((a->>0)::float8, (a->>1)::float8), point((b->>0)::float8, (b->>1)::float8))
          from jsonb_path_query(geometry->'coordinates', 'strict $.** \\? (@[0][0].type() == "number")') as positions,
            lateral (select lag(p) over (order by place) as a, p as b
                     from jsonb_array_elements(positions) with ordinality as each (p, place)) as pair
          where a is not null;
        end;

      -- Whether a place is inside an area: within its outline and in none of its holes.
      create function grid_covers(rings jsonb, place point) returns boolean
        language sql immutable parallel safe strict
        return (
          select count(*) filter (where outline @> place) % 2 = 1
          from jsonb_array_elements(rings) as ring,
            lateral (select ('(' || string_agg(format('(%s,%s)', p->>0, p->>1), ',' order by at) || ')')::polygon as outline
                     from jsonb_array_elements(ring) with ordinality as each (p, at)) as shape);

      -- Whether a geometry has any place in common with a rectangle.
      create function grid_touches(geometry jsonb, area box) returns boolean
        language sql immutable parallel safe strict
        return case geometry->>'type'
          when 'Point' then area @> point((geometry->'coordinates'->>0)::float8, (geometry->'coordinates'->>1)::float8)
          else exists (select from grid_segments(geometry) as piece where piece \\?# area)
            or (geometry->>'type' = 'Polygon' and grid_covers(geometry->'coordinates', area[0]))
        end;

      -- A street's names as they are searched: letters and digits without their accents, one space between words.
      create function street_words(name text) returns text
        language sql immutable parallel safe strict
        return trim(regexp_replace(
          regexp_replace(upper(normalize(name, nfd) collate "C"), '[''\u2019\u0300-\u036f]', '', 'g'),
          '[^A-Z0-9]+', ' ', 'g'));

      -- Areas within the limits of the High Speed Rail Act.
      create table hs2_act_limit (
        id bigint generated always as identity primary key,
        area jsonb not null
      );

      create index hs2_act_limit_place on hs2_act_limit using gist (grid_box(area));
      create index work_place on work using gist (grid_box(coordinates));
      create index activity_place on activity using gist (grid_box(content->'activity_coordinates'));
      create index street_place on street using gist (grid_box(line));
      alter table street add column search text not null generated always as
        (street_words(descriptor || ' ' || locality || ' ' || town || ' ' || area || ' ' || authority)) stored;
      create index street_search on street using gin (search gin_trgm_ops);
    `),
};
