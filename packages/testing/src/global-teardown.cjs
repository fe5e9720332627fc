const { rmSync } = require('node:fs');

module.exports = async () => {
  const running = globalThis.switchyardTestServer;
  if (!running) return;
  globalThis.switchyardTestServer = undefined;
  await running.server.stop(0);
  rmSync(running.folder, { recursive: true, force: true });
};
