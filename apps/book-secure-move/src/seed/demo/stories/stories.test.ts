import * as fc from 'fast-check';
import { isDay } from '@switchyard/domain';
import {
  checkEvent,
  checkJourney,
  checkMove,
  eventDefinition,
  keptDetails,
  keptRelationships,
  referencePattern,
  replayJourneyEvents,
  replayMoveEvents,
  supplierFor,
} from '@switchyard/domain/book-secure-move';
import type { GenericEvent, Move } from '@switchyard/domain/book-secure-move';
import { categories } from '../../reference-data/categories';
import type { MoveRow } from '../../rows';
import { FIRST_DAY, LAST_DAY, demoCalendar, walkthroughDays } from '../calendar';
import { links, toEvent, toJourney, toLocation, toMove } from '../from-rows.fixture';
import { people } from '../people';
import { profiles } from '../profiles';
import { demoStories } from './index';
import type { Story } from './story';

/** Instants within thirty years, the days on which London's clocks change and those of the walkthroughs included. */
const anyNow = fc.oneof(
  fc.date({ min: new Date('2015-01-01Z'), max: new Date('2045-01-01Z'), noInvalidDate: true }),
  fc
    .tuple(fc.constantFrom(...walkthroughDays, '2026-03-29', '2026-10-25'), fc.integer({ min: -480, max: 480 }))
    .map(([day, hours]) => new Date(Date.parse(`${day}T00:00:00Z`) + hours * 3_600_000)),
);

const always = (holds: (stories: Story[], now: Date) => void): void =>
  fc.assert(
    fc.property(anyNow, (now) => holds(demoStories(demoCalendar(now)), now)),
    { numRuns: 60 },
  );

describe('the moves of the demo', () => {
  it('keep every rule of moves', () => {
    always((stories) => {
      const problems = allMoves(stories).flatMap((row) => checkMove(toMove(row), factsOf(row)));
      expect(problems).toEqual([]);
    });
  });

  it('belong to the supplier that serves where they start', () => {
    always((stories) => {
      for (const row of allMoves(stories)) {
        expect(supplierFor(links, row.from_location_id, null)).toBe(row.supplier_id);
      }
    });
  });

  it('stand where their own events lead', () => {
    always((stories) => {
      const events = allEvents(stories);
      for (const row of allMoves(stories)) {
        const log = events.filter(({ eventableId }) => eventableId === row.id);
        const start: Move = { ...toMove(row), status: firstStatus(row, log), ...untouched };
        expect(replayMoveEvents(start, log).move).toEqual(toMove(row));
      }
    });
  });

  it('show every status and several types', () => {
    const rows = allMoves(demoStories(demoCalendar(new Date('2026-11-20T10:00:00Z'))));
    expect(new Set(rows.map(({ status }) => status)).size).toBe(6);
    expect(new Set(rows.map(({ move_type: type }) => type)).size).toBeGreaterThanOrEqual(6);
    expect(new Set(rows.map(({ reference }) => reference)).size).toBe(rows.length);
    expect(rows.filter(({ reference }) => !referencePattern.test(reference))).toEqual([]);
  });

  it('lie within the days around today, and on none of the walkthroughs', () => {
    always((stories, now) => {
      const { day } = demoCalendar(now);
      const days = allMoves(stories).flatMap((row) => [row.date, row.date_from, row.date_to]);
      const journeyDays = stories.flatMap(({ journeys = [] }) => journeys.map(({ date }) => date));
      for (const each of [...days, ...journeyDays].filter((value) => value !== null)) {
        expect(isDay(each)).toBe(true);
        expect(each >= day(FIRST_DAY) && each <= day(LAST_DAY)).toBe(true);
        expect(walkthroughDays).not.toContain(each);
      }
    });
  });

  it('use neither of the people that the walkthroughs move', () => {
    const rows = allMoves(demoStories(demoCalendar(new Date('2026-11-20T10:00:00Z'))));
    const travellers = rows.map(({ person_id: person }) => person);
    for (const { id } of people.filter(({ prison_number: number }) => number === 'G8133UA')) {
      expect(travellers).not.toContain(id);
    }
  });
});

describe('the journeys of the demo', () => {
  it('keep their rules and stand where their events lead', () => {
    always((stories) => {
      const events = allEvents(stories);
      for (const row of stories.flatMap(({ journeys = [] }) => journeys)) {
        const journey = toJourney(row);
        const log = events.filter(({ eventableId }) => eventableId === row.id);
        expect(checkJourney(journey)).toEqual([]);
        expect(replayJourneyEvents({ ...journey, state: 'proposed' }, log)).toEqual(journey);
      }
    });
  });
});

describe('the events of the demo', () => {
  it('keep the rules of their types, and happened before now', () => {
    always((stories, now) => {
      for (const event of allEvents(stories)) {
        const { eventType, details, relationships } = event;
        const ids = Object.fromEntries(Object.entries(relationships).map(([name, { id }]) => [name, id]));
        const context = { supplierClient: event.supplierId !== null, locations: {}, move: null };
        expect(checkEvent({ ...event, relationshipIds: ids }, context)).toEqual([]);
        expect(keptDetails(eventType, details)).toEqual(details);
        expect(keptRelationships(eventType, ids)).toEqual(relationships);
        expect(eventDefinition(eventType).relationships.filter(({ name, required }) => required && !ids[name])).toEqual(
          [],
        );
        expect(event.occurredAt.getTime()).toBeLessThanOrEqual(now.getTime());
      }
    });
  });
});

describe('the allocation of the demo', () => {
  it('counts its moves and waits for one prisoner', () => {
    always((stories) => {
      const [allocation, ...others] = stories.flatMap(({ allocations = [] }) => allocations);
      const moves = allMoves(stories).filter(({ allocation_id: id }) => id !== null);
      expect(others).toEqual([]);
      expect(new Set(moves.map((move) => `${move.allocation_id} ${move.date}`))).toEqual(
        new Set([`${allocation?.id} ${allocation?.date}`]),
      );
      expect(moves).toHaveLength(allocation?.moves_count ?? 0);
      expect(moves.filter(({ profile_id: profile }) => profile === null)).toHaveLength(1);
      expect(allocation?.status).toBe('unfilled');
    });
  });
});

const allMoves = (stories: Story[]): MoveRow[] => stories.flatMap(({ moves }) => [...moves]);
const allEvents = (stories: Story[]): GenericEvent[] =>
  stories.flatMap(({ events }) => events).map((event, place) => toEvent(event, String(place)));

/** What only events write. */
const untouched = { cancellationReason: null, cancellationReasonComment: null, rejectionReason: null };

/** A proposal starts as one, and so does what is booked again; every other move is requested. */
function firstStatus(row: MoveRow, log: GenericEvent[]): Move['status'] {
  return row.original_move_id || log.some(({ eventType }) => eventType === 'MoveProposed') ? 'proposed' : 'requested';
}

function factsOf(row: MoveRow): Parameters<typeof checkMove>[1] {
  const profile = profiles.find(({ id }) => id === row.profile_id);
  const category = categories.find(({ id }) => id === profile?.category_id);
  return {
    from: toLocation(row.from_location_id),
    to: row.to_location_id === null ? null : toLocation(row.to_location_id),
    supplierKnown: true,
    category: category ? { ...category, moveSupported: category.move_supported } : null,
    duplicateMoveId: null,
    lockedOut: false,
  };
}
