import { violation } from '../kernel';
import type { Violation } from '../kernel';

/** Easting and northing in metres on the British National Grid. */
export type GridPosition = [number, number];

export type Geometry =
  | { type: 'Point'; coordinates: GridPosition }
  | { type: 'LineString'; coordinates: GridPosition[] }
  | { type: 'Polygon'; coordinates: GridPosition[][] };

const FURTHEST_EAST = 700_000;
const FURTHEST_NORTH = 1_300_000;
const FEWEST_OF_LINE = 2;
const FEWEST_OF_RING = 4;

/**
 * The rules for a GeoJSON geometry: one of three types, positions on the grid, rings that close. The direction of rings
 * is not looked at. One violation at most, since a wrong grid would yield as many as there are positions.
 */
export function checkGeometry(field: string, value: unknown): Violation[] {
  const problem = problemOf(value);
  return problem === null ? [] : [violation(field, 'invalid_geometry', problem, { value })];
}

export function isGeometry(value: unknown): value is Geometry {
  return problemOf(value) === null;
}

function problemOf(value: unknown): string | null {
  if (!isRecord(value)) return 'must be a GeoJSON geometry';
  const { type, coordinates } = value;
  switch (type) {
    case 'Point':
      return problemOfPosition(coordinates);
    case 'LineString':
      return problemOfLine(coordinates, FEWEST_OF_LINE);
    case 'Polygon':
      return problemOfPolygon(coordinates);
    default:
      return 'must be a Point, LineString or Polygon';
  }
}

function problemOfPolygon(rings: unknown): string | null {
  if (!Array.isArray(rings) || rings.length === 0) return 'must have at least one ring';
  return firstProblem(rings, problemOfRing);
}

function problemOfRing(ring: unknown): string | null {
  const problem = problemOfLine(ring, FEWEST_OF_RING);
  return problem ?? (isClosed(ring as GridPosition[]) ? null : 'must have rings that end where they begin');
}

function problemOfLine(positions: unknown, fewest: number): string | null {
  if (!Array.isArray(positions) || positions.length < fewest) return `must have at least ${fewest} positions`;
  return firstProblem(positions, problemOfPosition);
}

function problemOfPosition(position: unknown): string | null {
  if (!Array.isArray(position) || position.length !== 2) return 'must have positions of an easting and a northing';
  const [east, north] = position as [unknown, unknown];
  const onGrid = isWithin(east, FURTHEST_EAST) && isWithin(north, FURTHEST_NORTH);
  return onGrid ? null : 'must be on the British National Grid';
}

function firstProblem(parts: unknown[], problemOfPart: (part: unknown) => string | null): string | null {
  for (const part of parts) {
    const problem = problemOfPart(part);
    if (problem !== null) return problem;
  }
  return null;
}

function isWithin(value: unknown, most: number): boolean {
  return typeof value === 'number' && value >= 0 && value <= most;
}

function isClosed(ring: GridPosition[]): boolean {
  const [first, last] = [ring[0], ring.at(-1)];
  return first?.[0] === last?.[0] && first?.[1] === last?.[1];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
