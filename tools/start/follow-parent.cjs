/**
 * Loaded into every service before its own code: when the launcher is gone, killed even, the service ends as if asked
 * to, and at the latest after ten seconds, so that it does not keep its port.
 */
process.once('disconnect', () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  process.kill(process.pid, 'SIGTERM');
});
// Listening for the end of the channel must not itself keep a service alive that has finished.
process.channel?.unref();
