import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts processor time in hundredths of a second, whatever the kernel's own tick is. */
const microsecondsPerTick = 10_000;

/** The processor time of one process so far, in microseconds; with `reaped`, that of its ended children too. */
export function processorTime(pid, reaped = false) {
  const fields = statOf(pid);
  if (!fields) return undefined;
  const [user, system, childUser, childSystem] = fields.slice(11, 15).map(Number);
  return (user + system + (reaped ? childUser + childSystem : 0)) * microsecondsPerTick;
}

/** The same of a PostgreSQL server and all its processes. */
export function serverTime(postmaster) {
  const own = processorTime(postmaster, true);
  if (own === undefined) return undefined;
  return childrenOf(postmaster).reduce((sum, pid) => sum + (processorTime(pid) ?? 0), own);
}

/** The most memory that a process has held so far, in megabytes. */
export function peakMemory(pid) {
  const kilobytes = /VmHWM:\s+(\d+)/.exec(textOf(`/proc/${pid}/status`) ?? '')?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1_024;
}

function childrenOf(parent) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => statOf(pid)?.[1] === String(parent));
}

/** The fields after the name in brackets: state, parent, and so on. Undefined where there is no /proc. */
function statOf(pid) {
  const text = textOf(`/proc/${pid}/stat`);
  return text?.slice(text.lastIndexOf(')') + 2).split(' ');
}

function textOf(path) {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return undefined;
  }
}
