export * from './holiday-override';
export * from './holiday-table';
