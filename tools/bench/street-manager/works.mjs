/** The works that are measured: what is asked, and the least share of the bare server's rate that the service owes. */
export const works = [
  {
    name: 'work',
    title: 'GET a work with 3 permits, 10 inspections and its history',
    goal: 0.45,
    writes: false,
    samples: [0, 1, 2, 3, 7],
  },
  ...[1, 15].map((page) => ({
    name: `permits-${page}`,
    title: `GET permits that are submitted, page ${page}`,
    goal: 0.5,
    writes: false,
    /** How much longer the median request may take at the largest size than at the smallest. */
    growth: 1.3,
    samples: [0],
  })),
  { name: 'updates', title: 'GET 500 updates of works', goal: 0.5, writes: false, samples: [0, 1, 5] },
  // Last: it adds to the permits that the others are measured on.
  { name: 'create', title: 'POST a work with its key', goal: 0.4, writes: true },
];
