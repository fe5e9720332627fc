import type { ReferencePicture } from './reference-data';

const texts = new WeakMap<ReferencePicture, Map<string, string>>();

/** JSON text that depends on the reference data alone: written once for each picture of it, and forgotten with it. */
export function cachedText(picture: ReferencePicture, name: string, write: () => unknown): string {
  let ofPicture = texts.get(picture);
  if (!ofPicture) texts.set(picture, (ofPicture = new Map<string, string>()));
  let text = ofPicture.get(name);
  if (text === undefined) ofPicture.set(name, (text = JSON.stringify(write())));
  return text;
}
