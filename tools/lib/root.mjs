import { fileURLToPath } from 'node:url';

/** The folder of the repository, with a separator at the end. */
export const root = fileURLToPath(new URL('../../', import.meta.url));
