/** The file is not what can be imported: every fault that was found, with its line, as a person reads it. */
export class ImportRefused extends Error {
  constructor(readonly faults: readonly string[]) {
    super(faults.join('\n'));
  }
}
