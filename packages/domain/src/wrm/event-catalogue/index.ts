export * from './catalogue';
export type { EventDefinition, SpecialTime } from './definition';
export * from './read-event';
