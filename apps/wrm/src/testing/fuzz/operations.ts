import type { Operation } from '@switchyard/contracts';
import { wrm } from '@switchyard/contracts';
import type { Schema } from '@switchyard/testing/fuzz';
import type { Who } from '../wrm';
import { bodies } from './bodies';

/** One operation as the fuzzer asks it; posting notifications is asked once for each type of event. */
export interface Asked {
  /** `POST /appointments`. */
  name: string;
  /** The name, and what is posted where there are several kinds. */
  title: string;
  method: string;
  path: string;
  operation: Operation;
  who: Who;
  /** What a good request asks for, from `?` on; empty where nothing has to be said. */
  query: string;
  /** A body that is good in its situation, with holes; undefined when the operation takes none. */
  body: object | undefined;
  /** The schema of the body. */
  schema: Schema | undefined;
}

interface RequestContent {
  schema: Schema;
  example?: object;
  examples?: Readonly<Record<string, { $ref?: string; value?: object }>>;
}

/** The queries that an operation requires. */
const queries: Readonly<Record<string, string>> = {
  'GET /work-channel': '?workType=FibreConnect',
  'GET /appointments/{bookingId}/timeslots':
    '?areaType=Urban&scheduleId={scheduleId}&locationId=300112233&locationIdType=TLC',
};

const ofTheService = ['/health', '/ready', '/metrics', '/openapi.json', '/docs'];

function contentOf(method: string, path: string): RequestContent | undefined {
  const item = wrm.document.paths[path]![method.toLowerCase()] as {
    requestBody?: { content: Record<string, RequestContent> };
  };
  return item.requestBody?.content['application/json'];
}

/** Each of the contract's examples of an event, with holes where it names what has to be there. */
function eventsOf({ examples }: RequestContent): Pick<Asked, 'title' | 'who' | 'body'>[] {
  return Object.keys(examples!).map((type) => {
    const event = JSON.parse(withHoles(JSON.stringify(valueOf(type)))) as { subscriberId: string };
    return {
      title: `POST /notifications ${type}`,
      who: event.subscriberId === '122' ? 'requestor' : 'supplier-a',
      body: event,
    };
  });
}

const valueOf = (type: string): object =>
  (wrm.document.components as unknown as { examples: Record<string, { value: object }> }).examples[type]!.value;

const withHoles = (text: string): string =>
  text
    .replace(/("notificationId":)"[^"]*"/, '$1"{uuid}"')
    .replaceAll(/WRM-\d{10}-\d\d/g, '{activityId}')
    .replace(/("task":\{"id":)"WRM-\d{10}"/, '$1"{taskId}"')
    .replaceAll(/ORD-\d+|PI-\d+|ACT-\d+/g, '{fresh}')
    .replaceAll('SCH-AKL-N-1', '{scheduleId}')
    .replaceAll(/BKG-\d{10}/g, '{bookingId}');

function whoAsks(path: string): Who {
  if (path.startsWith('/admin/')) return 'admin';
  if (path.startsWith('/trigger/') && !path.includes('simulated')) return 'supplier-a';
  return 'requestor';
}

/** Every operation but those that show the state of the service. */
export const everyOperation: readonly Asked[] = Object.entries<Operation>(wrm.operations).flatMap(
  ([name, operation]) => {
    const [method, path] = name.split(' ') as [string, string];
    if (ofTheService.includes(path)) return [];
    const content = contentOf(method, path);
    const asked = {
      name,
      title: name,
      method,
      path,
      operation,
      who: whoAsks(path),
      query: queries[name] ?? '',
      schema: content?.schema,
    };
    if (name === 'POST /notifications') return eventsOf(content!).map((event) => ({ ...asked, ...event }));
    return [{ ...asked, body: content && (bodies[name] ?? content.example) }];
  },
);
