export * from './catalogue';
export * from './check-event';
export * from './check-parameters';
export * from './definition';
export { welfareSubtypes } from './per-events';
export type { EventContext } from './special-rules';
