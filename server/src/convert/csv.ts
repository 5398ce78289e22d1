// Lists as tables: CSV as office programs write it. A bundle of its own, loaded on first use.
import Papa from 'papaparse';

/** The rows of a CSV file, whatever stands between its cells. */
export function csvRows(text: string): string[][] {
  return Papa.parse<string[]>(text, {
    skipEmptyLines: 'greedy',
    delimitersToGuess: [',', '\t', ';', '，'],
  }).data;
}
