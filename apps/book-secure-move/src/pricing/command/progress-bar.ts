const WIDTH = 40;

/** A line that is written over itself on a terminal, and nothing anywhere else. */
export function progressBar(
  terminal: { isTTY?: boolean; write(text: string): unknown },
  title: string,
): (done: number, of: number) => void {
  if (!terminal.isTTY) return () => undefined;
  return (done, of) => {
    const share = of === 0 ? 1 : done / of;
    const filled = Math.round(share * WIDTH);
    const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
    const numbers = `${done.toLocaleString('en-GB')} of ${of.toLocaleString('en-GB')}`;
    terminal.write(
      `\r${title} ${bar} ${String(Math.floor(share * 100)).padStart(3)} %  ${numbers}${done === of ? '\n' : ''}`,
    );
  };
}
