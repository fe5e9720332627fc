import { formatLondon } from '@switchyard/domain/book-secure-move';

/** An instant as the wire shows it, or null. */
export const wireTime = (instant: Date | null): string | null => (instant === null ? null : formatLondon(instant));
