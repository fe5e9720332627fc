import { reinstatementTypeNames } from '@switchyard/domain/street-manager';
import type { Street } from '../gazetteer';
import { readEach, readMembers } from './members';
import { readLine } from './street-line';
import { designationMembers, reinstatementTypeMembers, streetMembers } from './street-members';

const names: Readonly<Record<number, string>> = reinstatementTypeNames;

/** The street that a feature describes, or everything that is wrong with it. */
export function readStreet(feature: unknown): { street: Street } | { faults: string[] } {
  const { type, geometry, properties } = (feature ?? {}) as {
    type?: unknown;
    geometry?: unknown;
    properties?: unknown;
  };
  const line = readLine(geometry);
  const { record, faults } = readMembers(properties, streetMembers, 'properties');
  const types = readEach(record.reinstatement_types ?? [], reinstatementTypeMembers, 'properties.reinstatement_types');
  const designations = readEach(record.designations ?? [], designationMembers, 'properties.designations');
  const all = [
    ...(type === 'Feature' ? [] : ['type must be Feature']),
    ...(line ? [] : ['geometry must be a LineString or MultiLineString on the British National Grid, or null']),
    ...faults,
    ...(Array.isArray(record.reinstatement_types) ? types.faults : []),
    ...(Array.isArray(record.designations) ? designations.faults : []),
  ];
  if (all.length > 0) return { faults: all };
  const { street_descriptor, ...rest } = record;
  return {
    street: {
      ...rest,
      ...line,
      descriptor: street_descriptor,
      reinstatement_types: typesOf(record.road_category as number, types.records),
      designations: designations.records,
    } as unknown as Street,
  };
}

/** A street whose types are not said is of its road category throughout. */
function typesOf(category: number, given: readonly Record<string, unknown>[]): object[] {
  const types =
    given.length > 0 ? given : [{ reinstatement_type_code: category, reinstatement_type_location_text: null }];
  return types.map(({ reinstatement_type_code: code, reinstatement_type_location_text }) => {
    const known = code === 0 ? 5 : (code as number);
    return {
      reinstatement_type_code: known,
      reinstatement_type_code_string: names[known] ?? null,
      reinstatement_type_location_text,
    };
  });
}
