import { unaccept } from './fill.mjs';

/** The works that are measured: what is asked, and the least share of the bare server's rate that the service owes. */
export const works = [
  {
    name: 'list',
    title: 'GET a page of 20 moves, three includes',
    goal: 0.65,
    writes: false,
    /** How much longer the median request may take at the largest size than at the smallest. */
    growth: 1.3,
    samples: [0, 1, 4],
  },
  { name: 'one', title: 'GET one move', goal: 0.6, writes: false, samples: [0, 1, 2, 3, 7, 11, 19] },
  // Before the creation, which adds to the moves that the others were measured on.
  {
    name: 'event',
    title: 'POST an event that changes state (MoveAccept)',
    goal: 0.5,
    writes: true,
    /** Every round asks for the same things, as many as there are, and is undone. */
    rounds: {
      most: ({ requested }) => requested.length,
      undo: (client, { requested }, asked) => unaccept(client, requested.slice(0, asked).map(({ id }) => id)), // prettier-ignore
    },
  },
  { name: 'create', title: 'POST a move with its key', goal: 0.5, writes: true },
];
