/** Synthetic tasks are named by numbers; none that the service makes is called like them. */
export const FIRST = 5_000_000_000;

/** A prime, so that the n-th request is for a task far from that of the one before, and each has its turn. */
const STRIDE = 7_919;

/** The task of the n-th request. */
export const numberOf = (n, tasks) => (n * STRIDE) % tasks;

export const taskId = (number) => `WRM-${FIRST + number}`;
export const activityId = (number) => `${taskId(number)}-01`;

/** The subscriptions under which the demo's parties post and are told. */
export const subscriptions = { NETCO: '122', FIELDWORKS: '123' };

/** The notification of the order, to which the reports of a task are linked. */
export const linkOf = (number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
