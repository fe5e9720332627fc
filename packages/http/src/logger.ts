import { Writable } from 'node:stream';
import type { Logger } from 'pino';
import { destination, pino } from 'pino';

const levels: Record<number, string> = { 10: 'trace', 20: 'debug', 30: 'info', 40: 'warn', 50: 'error', 60: 'fatal' };

/** JSON lines, or one readable line each for a person at a terminal. Credentials never reach the log. */
export function createLogger(service: string, level: string, readable: boolean): Logger {
  const options = {
    level,
    base: { service },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    redact: ['*.authorization', '*.token', '*.password', '*.secret'],
  };
  return readable ? pino(options, forPeople()) : pino(options, destination({ sync: false, minLength: 4_096 }));
}

function forPeople(): Writable {
  return new Writable({
    write(line: Buffer, _encoding, done) {
      const { level, time, service, msg, ...rest } = JSON.parse(line.toString()) as Record<string, unknown>;
      const facts = Object.entries(rest).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
      process.stdout.write(
        `${String(time).slice(11, 23)} ${levels[Number(level)]} ${service}: ${msg} ${facts.join(' ')}\n`,
      );
      done();
    },
  });
}
