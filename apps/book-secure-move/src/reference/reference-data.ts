import type { Connection } from '@switchyard/db';
import type { ReferencePicture } from './picture';
import { readPicture } from './read-picture';

export * from './picture';

/** The reference data in memory. Loaded at start, and again whenever any process announces a change. */
export class ReferenceData {
  private picture: ReferencePicture | undefined;

  constructor(private readonly db: Connection) {}

  get current(): ReferencePicture {
    if (!this.picture) throw new Error('reference data is read before it is loaded');
    return this.picture;
  }

  async load(): Promise<void> {
    this.picture = await readPicture(this.db);
  }
}
