import { demo, related } from '../testing/given';

/** An id that nothing has. */
export const unknownId = '00000000-1111-4222-8333-444444444444';

interface JourneyBody {
  data: { type: string; attributes: object; relationships: Record<string, unknown> };
}

/** A journey from A to C: on another day than its move, and to another place. */
export const newJourney = (attributes: object = {}, relationships: object = {}): JourneyBody => ({
  data: {
    type: 'journeys',
    attributes: { billable: true, timestamp: '2026-11-30T18:00:00Z', ...attributes },
    relationships: {
      from_location: related('locations', demo.a),
      to_location: related('locations', demo.c),
      ...relationships,
    },
  },
});
