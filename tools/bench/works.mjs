/** Simultaneous connections of the load, the same to both servers. */
export const connections = 32;

/** The works that are measured: what is asked, and the least share of the bare server's rate that the service owes. */
export const works = [
  {
    name: 'list',
    title: 'GET a page of 20 moves, three includes',
    goal: 0.65,
    writes: false,
    /** How much longer the median request may take at the largest size than at the smallest. */
    growth: 1.3,
  },
  { name: 'one', title: 'GET one move', goal: 0.6, writes: false },
  // Before the creation, which adds to the moves that the others were measured on.
  { name: 'event', title: 'POST an event that changes state (MoveAccept)', goal: 0.5, writes: true },
  { name: 'create', title: 'POST a move with its key', goal: 0.5, writes: true },
];

/** Works that are done once, each with its own goals: see `pricing/`. */
export const onceNames = ['pricing', 'price-import'];

/** What the service may take besides: memory in megabytes, starts in seconds. */
export const limits = { rssMb: 200, firstStartSeconds: 5, laterStartSeconds: 2 };
