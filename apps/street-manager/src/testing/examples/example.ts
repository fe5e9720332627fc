import type { Who } from '../street-manager';
import { exportExamples } from './exports';
import { geojsonExamples, lookupExamples } from './maps';
import { partyExamples } from './party';
import { reportingExamples } from './reporting';
import type { Situation } from './situations';
import { workExamples } from './work';

/** A request that succeeds in its situation. Its texts may have holes, see `filled`. */
export interface Example {
  who: Who;
  situation: Situation;
  body?: object;
  /** What follows the path, from the question mark. */
  query?: string;
  /** The file of a form, in place of a body. */
  file?: { name: string; text: string };
}

const byApi: Readonly<Record<string, Readonly<Record<string, Example>>>> = {
  '/v3/export': exportExamples,
  '/v3/geojson': geojsonExamples,
  '/v3/lookup': lookupExamples,
  '/v3/party': partyExamples,
  '/v3/reporting': reportingExamples,
  '/v3/work': workExamples,
};

/** The example of an operation such as `POST /works`. Throws Error when there is none. */
export function exampleOf(base: string, operation: string): Example {
  const example = byApi[base]?.[operation];
  if (!example) throw new Error(`there is no example of ${operation} below ${base}`);
  return example;
}
