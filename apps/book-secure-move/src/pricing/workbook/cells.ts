/** What a cell holds; a file format decides how it looks. Money is whole pence, days and times are London's. */
export type Cell = string | number | null | { pence: number } | { share: number } | { day: string } | { time: string };

export type Row = readonly Cell[];

/** The sheets of a workbook one after another: a heading begins a sheet, and its rows follow. */
export type SheetPart = { sheet: string } | Row;

export const isSheet = (part: SheetPart): part is { sheet: string } => !Array.isArray(part);

/** The day and the time of an instant as the wire has it, in London; empty cells for none. */
export const dayAndTime = (instant: string | null): [Cell, Cell] =>
  instant === null ? [null, null] : [{ day: instant.slice(0, 10) }, { time: instant.slice(11, 16) }];
