/** A JSON object as SQL. A name with `:date` is an instant, one with `:named` has its `_string` beside it. */
export const object = (members) =>
  `json_build_object(${Object.entries(members)
    .flatMap(([described, value]) => {
      const [name, kind] = described.split(':');
      if (kind === 'date') return [`'${name}', wire_date(${value})`];
      return kind === 'named' ? [`'${name}', ${value}, '${name}_string', ${value}`] : [`'${name}', ${value}`];
    })
    .join(', ')})`;
