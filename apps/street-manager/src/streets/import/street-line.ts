import { halfwayAlong, isGeometry } from '@switchyard/domain/street-manager';
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
    centre: { type: 'Point', coordinates: halfwayAlong(pieces) },
  };
}
