import type { Database } from '@switchyard/db';
import type { SandboxControls } from '@switchyard/http';
import { everyName } from './repository';
import type { FileStore } from './store';

/**
 * The same controls, whose reset also removes the bytes of what had been uploaded, once nothing refers to them any more.
 * Uploads that meet the reset halfway are left to the sweep.
 */
export function withoutUploads(
  sandbox: SandboxControls | undefined,
  db: Database,
  files: FileStore,
): SandboxControls | undefined {
  return (
    sandbox && {
      ...sandbox,
      reset: async () => {
        const names = await everyName(db.reader());
        await sandbox.reset();
        await files.remove(names);
      },
    }
  );
}
