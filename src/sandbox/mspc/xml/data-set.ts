import type { Kind } from './kind.js';
import { escapeText, writeElement } from './write-xml.js';

export type ColumnType = 'int' | 'string' | 'boolean' | 'dateTime' | 'decimal';

/** A table as the database answers it. Null cells are left out of the row. */
export interface DataTable {
  readonly columns: readonly (readonly [name: string, type: ColumnType])[];
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
}

/** Tables in the order of their SELECTs: they are named `Table`, `Table1`, `Table2`, … */
export type DataSet = readonly DataTable[];

const XS = 'xmlns:xs="http://www.w3.org/2001/XMLSchema"';
const MSDATA = 'xmlns:msdata="urn:schemas-microsoft-com:xml-msdata"';
const DIFFGR = 'xmlns:diffgr="urn:schemas-microsoft-com:xml-diffgram-v1"';

const tableName = (index: number): string => (index === 0 ? 'Table' : `Table${index}`);

function writeTableSchema({ columns }: DataTable, index: number): string {
  const fields = columns.map(([name, type]) =>
    writeElement('xs:element', '', `name="${name}" type="xs:${type}" minOccurs="0"`),
  );
  const sequence = writeElement('xs:sequence', fields.join(''));
  return writeElement('xs:element', writeElement('xs:complexType', sequence), `name="${tableName(index)}"`);
}

function writeSchema(tables: DataSet): string {
  const choice = writeElement(
    'xs:choice',
    tables.map(writeTableSchema).join(''),
    'minOccurs="0" maxOccurs="unbounded"',
  );
  const element = writeElement(
    'xs:element',
    writeElement('xs:complexType', choice),
    'name="NewDataSet" msdata:IsDataSet="true" msdata:UseCurrentLocale="true"',
  );
  return writeElement('xs:schema', element, `id="NewDataSet" xmlns="" ${XS} ${MSDATA}`);
}

function writeRow(table: string, { columns }: DataTable, row: DataTable['rows'][number], order: number) {
  const cells = columns.map(([name], column) => {
    const cell = row[column] ?? null;
    return cell === null ? '' : writeElement(name, escapeText(String(cell)));
  });
  return writeElement(table, cells.join(''), `diffgr:id="${table}${order + 1}" msdata:rowOrder="${order}"`);
}

function writeDiffgram(tables: DataSet): string {
  const rows = tables.flatMap((table, index) =>
    table.rows.map((row, order) => writeRow(tableName(index), table, row, order)),
  );
  const content = rows.length === 0 ? '' : writeElement('NewDataSet', rows.join(''), 'xmlns=""');
  return writeElement('diffgr:diffgram', content, `${MSDATA} ${DIFFGR}`);
}

/**
 * An ADO.NET DataSet: the schema, then a diffgram, which is empty where there are no rows. Only ever answered.
 *
 * @see .NET Framework, "DiffGrams (ADO.NET)"
 */
export const dataSet: Kind<DataSet | null> = {
  absent: null,
  read: () => null,
  write: (name, value) =>
    value === null ? '' : writeElement(name, writeSchema(value) + writeDiffgram(value)),
};
