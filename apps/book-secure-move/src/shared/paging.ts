import { control } from './controls';

const DEFAULT_SIZE = 20;
const MAX_SIZE = 2_000;

export interface Page {
  number: number;
  size: number;
  offset: number;
}

interface PagedRequest {
  query: Readonly<Record<string, string | undefined>>;
  body?: unknown;
  origin: string;
  path: string;
}

/** Which page is asked for; anything unusable means the default. `page[number]` and `page[size]` are older names. */
export function pageOf(request: PagedRequest): Page {
  const number = positive(control(request, 'page') ?? request.query['page[number]']) ?? 1;
  const asked = positive(control(request, 'per_page') ?? request.query['page[size]']) ?? DEFAULT_SIZE;
  const size = Math.min(asked, MAX_SIZE);
  return { number, size, offset: (number - 1) * size };
}

function positive(value: unknown): number | undefined {
  const number = Number.parseInt(String(value), 10);
  return number >= 1 && number <= 2 ** 31 ? number : undefined;
}

export interface PageFacts {
  meta: { pagination: { per_page: number; total_pages: number; total_objects: number } };
  links: Record<'self' | 'first' | 'prev' | 'next' | 'last', string | null>;
}

/** The counts and links that go with a page: every query parameter is kept, sorted, with `page` and `per_page`. */
export function describePage(request: PagedRequest, page: Page, total: number): PageFacts {
  const pages = Math.ceil(total / page.size);
  const base = `${request.origin}${request.path}?`;
  const link = (number: number): string => base + queryString(request.query, number, page.size);
  return {
    meta: { pagination: { per_page: page.size, total_pages: pages, total_objects: total } },
    links: {
      self: link(page.number),
      first: link(1),
      prev: page.number > 1 && page.number <= pages ? link(page.number - 1) : null,
      next: page.number < pages ? link(page.number + 1) : null,
      last: link(Math.max(1, pages)),
    },
  };
}

function queryString(query: Readonly<Record<string, string | undefined>>, page: number, size: number): string {
  const { 'page[number]': _number, 'page[size]': _size, access_token: _token, bearer_token: _bearer, ...kept } = query;
  const parameters: Record<string, unknown> = { ...kept, page, per_page: size };
  return Object.keys(parameters)
    .sort()
    .map((name) => `${encodeURIComponent(name)}=${encodeURIComponent(String(parameters[name]))}`)
    .join('&');
}
