import type { Geometry, GridPosition } from './geometry';

/** The middle of what a map shows: the point itself, half-way along a line, or the centre of an area's outline. */
export function centreOf(geometry: Geometry): GridPosition {
  switch (geometry.type) {
    case 'Point':
      return geometry.coordinates;
    case 'LineString':
      return halfwayAlong([geometry.coordinates]);
    case 'Polygon':
      return centreOfRing(geometry.coordinates[0]!);
  }
}

/** The point half-way along a line, its pieces taken one after the other. To the centimetre. */
export function halfwayAlong(pieces: readonly (readonly GridPosition[])[]): GridPosition {
  const segments = pieces.flatMap((positions) =>
    positions.slice(1).map((end, index) => ({ start: positions[index]!, end })),
  );
  const lengths = segments.map(({ start, end }) => Math.hypot(end[0] - start[0], end[1] - start[1]));
  let left = lengths.reduce((sum, length) => sum + length, 0) / 2;
  for (const [index, { start, end }] of segments.entries()) {
    const length = lengths[index]!;
    if (left <= length && length > 0) return between(start, end, left / length);
    left -= length;
  }
  return pieces[0]![0]!;
}

/** The centre of mass; of a ring that encloses nothing, half-way along it. Reckoned from its first position, so that no digits are lost. */
function centreOfRing(ring: readonly GridPosition[]): GridPosition {
  const [east, north] = ring[0]!;
  let area = 0;
  let moment: GridPosition = [0, 0];
  for (const [index, end] of ring.slice(1).entries()) {
    const [a, b, c, d] = [ring[index]![0] - east, ring[index]![1] - north, end[0] - east, end[1] - north];
    const cross = a * d - c * b;
    area += cross;
    moment = [moment[0] + (a + c) * cross, moment[1] + (b + d) * cross];
  }
  if (Math.abs(area) < SMALLEST_AREA) return halfwayAlong([ring]);
  return [centimetres(east + moment[0] / (3 * area)), centimetres(north + moment[1] / (3 * area))];
}

/** Square metres, twice: below a square centimetre there is nothing to take the centre of. */
const SMALLEST_AREA = 0.000_2;

const between = (start: GridPosition, end: GridPosition, share: number): GridPosition => [
  centimetres(start[0] + (end[0] - start[0]) * share),
  centimetres(start[1] + (end[1] - start[1]) * share),
];

const centimetres = (metres: number): number => Math.round(metres * 100) / 100;
