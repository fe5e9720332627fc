import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const followParent = fileURLToPath(new URL('../start/follow-parent.cjs', import.meta.url));

/**
 * Starts one of the benchmark's own modules as a process in a group of its own, so that Ctrl-C reaches the benchmark only,
 * which ends it. Should the benchmark be killed, it ends by itself.
 * @param {string} module beside this file
 * @param {NodeJS.ProcessEnv} env
 */
export function startProcess(module, env = process.env) {
  const child = fork(fileURLToPath(new URL(module, import.meta.url)), {
    env,
    detached: true,
    execArgv: ['--require', followParent],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  // A message to a process that has ended is told of here; whoever waits for the answer learns it from `ended`.
  child.on('error', () => undefined);
  return {
    pid: child.pid,
    /** Sends a message, if any, and waits for the next one from the process. */
    async ask(message) {
      if (message !== undefined) child.send(message);
      const answer = await Promise.race([once(child, 'message'), ended.then((code) => [{ ended: code }])]);
      if ('ended' in answer[0]) throw new Error(`${module} ended with ${answer[0].ended}.`);
      if ('fault' in answer[0]) throw new Error(answer[0].fault);
      return answer[0];
    },
    tell: (message) => child.send(message),
    async stop() {
      child.kill('SIGTERM');
      const hurry = setTimeout(() => child.kill('SIGKILL'), 3_000);
      await ended;
      clearTimeout(hurry);
    },
  };
}
