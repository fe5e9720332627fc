export { londonDay } from '@switchyard/domain/street-manager';

/** An instant as it was sent, null where nothing was. The contract has seen to it that it is one. */
export const instant = (text: string | null | undefined): Date | null => (text ? new Date(text) : null);
