import type { TypeOf } from '../shape';
import { list, object, required, text } from '../shape';

/** Name and value of something free; neither is looked at. */
export const keyValue = object({ key: required(text()), value: required(text()) });
export const keyValues = list(keyValue);

export type KeyValue = TypeOf<typeof keyValue>;
