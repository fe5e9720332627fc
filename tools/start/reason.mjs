import { portTaken } from './ports.mjs';

const shownLines = 15;

/**
 * Why a service failed, from what it printed: one line where the cause is known, else its last lines.
 * @param {{ portVariable: string, port: number }} service
 * @param {string} what how it failed, as a sentence
 * @param {{ stdout: string[], stderr: string[] }} printed
 * @returns {string}
 */
export function reasonOf({ portVariable, port }, what, { stdout, stderr }) {
  const taken = [...stderr, ...stdout].map((line) => /EADDRINUSE.*?:(\d+)/.exec(line)).find(Boolean);
  if (taken) return portTaken(taken[1] ?? port, portVariable);
  const lines = [...stdout.filter(isGrave), ...stderr].slice(-shownLines);
  return [what, ...lines.map((line) => `  | ${line}`)].join('\n');
}

/** A log line of level error or fatal. */
function isGrave(line) {
  try {
    return JSON.parse(line).level >= 50;
  } catch {
    return false;
  }
}
