import { undoReports } from './fill.mjs';

/** The works that are measured: what is asked, and the least share of the bare server's rate that the service owes. */
export const works = [
  {
    name: 'status',
    title: 'POST an event that reports a status',
    goal: 0.45,
    writes: true,
    /** Every round reports of the same tasks, as many as there are, and is undone. */
    rounds: {
      most: ({ tasks }) => Math.min(tasks, 40_000),
      undo: (client, { tasks }, asked) => undoReports(client, tasks, asked),
    },
  },
];
