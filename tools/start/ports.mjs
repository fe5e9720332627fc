import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** The services of a launcher that was killed need a moment to end. */
const patienceMs = 3000;

/**
 * Waits until a service's port is free, and says at once that it is not.
 * @param {{ port: number, portVariable: string }} service port 0 stands for any free one
 * @param {string} host
 * @param {(message: string) => void} log
 */
export async function waitForPort({ port, portVariable }, host, log) {
  const deadline = performance.now() + patienceMs;
  for (let announced = false; !(await isFree(port, host)); announced = true) {
    if (performance.now() > deadline) throw new Error(portTaken(port, portVariable));
    if (!announced) log(`Port ${port} is in use: waiting for it to become free`);
    await delay(100);
  }
}

/** What to tell whoever meets a port that another program has. */
export function portTaken(port, portVariable) {
  return `Port ${port} is already in use: stop the program that has it, or choose another with ${portVariable}.`;
}

/** Any other obstacle, such as a host that is not ours, is the service's to report. */
function isFree(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', ({ code }) => resolve(code !== 'EADDRINUSE'));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
