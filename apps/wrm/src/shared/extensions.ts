import { readFileSync } from 'node:fs';
import type { Extensions } from '@switchyard/domain/wrm';
import { extensible } from '@switchyard/domain/wrm';
import type { Settings } from '@switchyard/http';

/** Reads `{"rejectReason": ["TooFar"], …}` from a file; a fault of it is told with the other settings. */
export function readExtensions(settings: Settings, file: string | undefined): Extensions {
  if (file === undefined) return {};
  try {
    const values = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    settings.require(isExtensions(values), `WRM_ENUMERATIONS_FILE may name ${extensible.join(', ')}, each with texts`);
    return values as Extensions;
  } catch {
    settings.require(false, 'WRM_ENUMERATIONS_FILE must be a JSON file');
    return {};
  }
}

const isExtensions = (values: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(values).every(
    ([name, list]) =>
      extensible.some((each) => each === name) &&
      Array.isArray(list) &&
      list.every((value) => typeof value === 'string'),
  );
