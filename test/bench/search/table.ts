/** Prints rows whose first cell stands left and whose others stand right, as wide as they need. */
export function printTable(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  for (const row of rows)
    console.log(
      row
        .map((cell, column) =>
          column ? cell.padStart((widths[column] ?? 0) + 2) : cell.padEnd(widths[0] ?? 0),
        )
        .join(''),
    );
}

/** The same as Markdown. */
export function markdownTable(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows;
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, column) => (column ? '---:' : '---'));
  return [line(head), line(rule), ...body.map(line)].join('\n');
}
