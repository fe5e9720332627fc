/** A rectangle holds more than a map is given at once: the published rules for GeoJSON. */
export class TooManyFeatures extends Error {
  readonly code = 'too_many_features';

  constructor(most: number) {
    super(`More than ${most} features: ask for a smaller area or a shorter period`);
  }
}
