/** Where a record is, as lists are searched: its references, its street's number, and the address as one text. */
export interface Searchable {
  usrn: number;
  street_name: string;
  town: string | null;
  area_name: string | null;
}

/** The text that a list's `query` is looked for in: in capitals, one space between words, parts kept apart by line ends. */
export function searchText(references: readonly string[], { usrn, street_name, town, area_name }: Searchable): string {
  const address = [street_name, town, area_name].filter(Boolean).join(', ');
  return [...references, String(usrn), address].map(normalise).join('\n');
}

/** The text that is looked for, in the same form; leading zeros of a street's number do not count. */
export const searchedText = (query: string): string =>
  normalise(/^\s*0+\d+\s*$/.test(query) ? String(Number(query)) : query);

const normalise = (text: string): string => text.toUpperCase().replace(/\s+/g, ' ').trim();
