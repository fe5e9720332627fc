export { damaged } from './bytes';
export type { Pointer } from './planting';
export { absent, planted, pointersOf } from './planting';
export type { Sampling } from './sample';
export { sampleOf } from './sample';
export type { Resolve, Schema } from './schema';
export { resolverOf } from './schema';
