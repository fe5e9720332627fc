export * from './allowed-events';
export * from './check-times';
export * from './create-task';
export * from './decide';
export type * from './decision';
export type { ChangingEvent } from './effects';
export * from './field-changes';
export { closeNotices, noticesOf, taskOnWire } from './notices';
