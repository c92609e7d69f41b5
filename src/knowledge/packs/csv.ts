/** One record of a CSV file and the line it starts in, from 1. */
export interface CsvRecord {
  readonly fields: readonly string[];
  readonly line: number;
}

/**
 * Reads comma-separated values with quotes; empty lines are passed over.
 *
 * @example parseCsv('a,"b ""c"""') // [{ fields: ["a", 'b "c"'], line: 1 }]
 */
export function parseCsv(text: string, firstLine = 1): CsvRecord[] {
  const records: CsvRecord[] = [];
  let fields: string[] = [];
  let field = "";
  let isQuoted = false;
  let line = firstLine;
  let startLine = firstLine;
  const endRecord = () => {
    if (fields.length > 0 || field.trim() !== "")
      records.push({ fields: [...fields, field.trim()], line: startLine });
    fields = [];
    field = "";
    startLine = line;
  };
  for (let i = 0; i < text.length; i += 1) {
    const character = text.charAt(i);
    if (character === "\n") line += 1;
    if (isQuoted) {
      if (character !== '"') field += character;
      else if (text.charAt(i + 1) === '"') field += text.charAt(++i);
      else isQuoted = false;
    } else if (character === '"' && field.trim() === "") isQuoted = true;
    else if (character === ",") {
      fields.push(field.trim());
      field = "";
    } else if (character === "\n") endRecord();
    else field += character;
  }
  endRecord();
  return records;
}
