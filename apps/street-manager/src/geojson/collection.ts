import type { Sql } from '@switchyard/db';
import type { Geometry } from '@switchyard/domain/street-manager';
import type { JsonApiDocument, Resource } from '@switchyard/http';
import type { DocumentRequest, ResourceTypeName } from '../shared/json-api';
import { documentOf, resource } from '../shared/json-api';

/** More than this is refused. */
export const MOST_FEATURES = 100;

/** One kind of thing on the map: rows that have a place. */
export interface Layer<Row extends { place: Geometry }> {
  /** The resources that its features are, and what identifies one. */
  type: ResourceTypeName;
  idOf(feature: Feature): string;
  /** What follows `select`: the columns of a row, with its geometry as `place`, and the tables. */
  rows: Sql;
  /** The geometry, as the index has it. */
  place: string;
  /** First and last instant; absent where time does not count. */
  period?: readonly [start: string, end: string];
  /** The parameter that asks for one record, and its column. */
  reference?: readonly [parameter: string, column: string];
  /** What else a row must be. */
  condition?: Sql;
  /** In which order features come: each row has a place of its own. */
  order: string;
  /** What a map says of a row; absent where it says nothing. */
  properties?(row: Row): Record<string, unknown>;
}

export interface Feature {
  type: 'Feature';
  geometry: { type: string; type_string: string; coordinates: unknown };
  properties?: Record<string, unknown>;
}

export interface FeatureCollection {
  type: 'FeatureCollection';
  features: Feature[];
}

/** The rows of a layer on the map. */
export const collectionOf = <Row extends { place: Geometry }>(
  { properties }: Layer<Row>,
  rows: readonly Row[],
): FeatureCollection => ({
  type: 'FeatureCollection',
  features: rows.map((row) => ({
    type: 'Feature',
    geometry: { type: row.place.type, type_string: row.place.type, coordinates: row.place.coordinates },
    ...(properties && { properties: properties(row) }),
  })),
});

/** A collection as a JSON:API document: what a map says of a feature are its attributes, with its geometry. */
export const collectionDocument =
  ({ type, idOf }: Pick<Layer<never>, 'type' | 'idOf'>) =>
  ({ features }: FeatureCollection, request: DocumentRequest): JsonApiDocument =>
    documentOf(
      features.map((feature): Resource =>
        resource(type, idOf(feature), { ...feature.properties, geometry: feature.geometry }),
      ),
      request,
      type,
    );
