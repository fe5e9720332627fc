import type { Speaker } from '../testing/book-secure-move';

/** Moves that a test has laid, by the names that it gives them. */
export type Named = Readonly<Record<string, string>>;

/**
 * The names of those of the moves that a list with these parameters shows, in its order. Other moves of the database
 * are kept out of it by the moves' own references. The count of the list must say the same.
 */
export async function found(speaker: Speaker, moves: Named, parameters = ''): Promise<string[]> {
  const references = await Promise.all(
    Object.values(moves).map(async (id) => (await speaker.get(`/moves/${id}`)).body.data?.attributes.reference),
  );
  const known = references.filter((reference) => reference !== undefined).join(',');
  const { status, body, text } = await speaker.get(`/moves?filter[reference]=${known}&per_page=100&${parameters}`);
  if (status !== 200) throw new Error(`expected a list, got ${status} ${text}`);
  const names = new Map(Object.entries(moves).map(([name, id]) => [id, name]));
  const listed = (body.data as { id: string }[]).map(({ id }) => names.get(id) ?? id);
  if (body.meta.pagination.total_objects !== listed.length) throw new Error(`the count is wrong: ${text}`);
  return listed;
}
