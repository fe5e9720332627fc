/** Loaded into the service by `--profile`: SIGUSR2 begins a CPU profile, the next one writes it to the folder named. */
const { writeFileSync } = require('node:fs');
const { Session } = require('node:inspector');
const { join } = require('node:path');

const session = new Session();
let written = 0;
let running = false;

process.on('SIGUSR2', () => {
  running = !running;
  if (running) {
    session.connect();
    session.post('Profiler.enable');
    session.post('Profiler.start');
    return;
  }
  session.post('Profiler.stop', (_error, { profile }) => {
    written += 1;
    writeFileSync(join(process.env.BENCH_PROFILE_DIR, `service-${written}.cpuprofile`), JSON.stringify(profile));
    session.disconnect();
  });
});
