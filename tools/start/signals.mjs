const repeatMs = 500;
const watchMs = 500;

/**
 * Listens for the wish to end. Under npm one Ctrl-C arrives twice, from the terminal and from npm, so a repetition
 * counts as a second wish only after a moment.
 * @returns {{ asked: Promise<void>, hurried: Promise<void>, isAsked(): boolean }}
 */
export function listenForSignals() {
  let askedAt;
  let ask;
  let hurry;
  const asked = new Promise((resolve) => (ask = resolve));
  const hurried = new Promise((resolve) => (hurry = resolve));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (askedAt === undefined) {
        askedAt = performance.now();
        ask();
      } else if (performance.now() - askedAt > repeatMs) {
        hurry();
      }
    });
  }
  whenNpmIsGone(() => process.emit('SIGTERM'));
  return { asked, hurried, isAsked: () => askedAt !== undefined };
}

/**
 * npm runs a script through a shell, and passes a signal on to the shell only, which dies of it without telling us. Under
 * npm, losing the parent process is therefore the wish to end; started directly, it means nothing.
 */
function whenNpmIsGone(act) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    act();
  }, watchMs).unref();
}
