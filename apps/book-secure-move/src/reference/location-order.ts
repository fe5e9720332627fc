import type { PlacedLocation, ReferencePicture } from './reference-data';

const sorted = new WeakMap<ReferencePicture, readonly PlacedLocation[]>();
const titles = new Intl.Collator('en-GB');

/** All locations by their titles, as a person would order them; sorted once for each picture. */
export function locationsByTitle(reference: ReferencePicture): readonly PlacedLocation[] {
  let list = sorted.get(reference);
  if (!list) {
    list = [...reference.locations.all].sort(
      (one, other) => titles.compare(one.title, other.title) || (one.id < other.id ? -1 : 1),
    );
    sorted.set(reference, list);
  }
  return list;
}
