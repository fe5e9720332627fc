import type { Caller } from '../client';

const secret = 'Demo-password-1';

/** The users of the demo data: the promoter's planner, and the officer of the authority whose street it is. */
export const planner: Caller = { id: 'planner@northbeck.example', secret };
export const officer: Caller = { id: 'officer@ellerdale.example', secret };

/** The day on which every sequence begins, a Friday, and the days of the works: Monday to Monday. */
export const today = '2026-11-20T10:00:00.000Z';
export const firstDay = '2026-12-07T00:00:00.000Z';
export const lastDay = '2026-12-14T00:00:00.000Z';

/** In the morning of the first day, when somebody is on site. */
export const onSite = '2026-12-07T09:00:00.000Z';
