import { isGeometry } from '@switchyard/domain/street-manager';
import type { GridPosition } from '@switchyard/domain/street-manager';

/** A street as it runs, perhaps in several pieces, and the point half-way along it. Metres on the British National Grid. */
export interface StreetLine {
  line: { type: 'MultiLineString'; coordinates: GridPosition[][] } | null;
  centre: { type: 'Point'; coordinates: GridPosition } | null;
}

/** The line of a feature's geometry, which may be null; undefined for any other geometry, and for one off the grid. */
export function readLine(geometry: unknown): StreetLine | undefined {
  if (geometry === null) return { line: null, centre: null };
  const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown };
  const lines =
    type === 'LineString' ? [coordinates] : type === 'MultiLineString' && Array.isArray(coordinates) ? coordinates : [];
  const sound = lines.length > 0 && lines.every((each) => isGeometry({ type: 'LineString', coordinates: each }));
  if (!sound) return undefined;
  const pieces = lines as GridPosition[][];
  return {
    line: { type: 'MultiLineString', coordinates: pieces },
    centre: { type: 'Point', coordinates: halfway(pieces) },
  };
}

/** The point half-way along a line, its pieces taken one after the other. */
function halfway(pieces: readonly GridPosition[][]): GridPosition {
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

/** To the centimetre, as the gazetteer has it. */
const between = (start: GridPosition, end: GridPosition, share: number): GridPosition => [
  Math.round((start[0] + (end[0] - start[0]) * share) * 100) / 100,
  Math.round((start[1] + (end[1] - start[1]) * share) * 100) / 100,
];
