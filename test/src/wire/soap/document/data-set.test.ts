import { describe, expect, it } from 'vitest';
import {
  array,
  dataSet,
  dateTime,
  int,
  key,
  optional,
  rows,
  string,
  struct,
} from '../../../../../src/operation/shape.js';
import { WireError } from '../../../../../src/wire/wire-error.js';
import { answer, read, result } from './answers.js';

const shape = dataSet({
  Table: array(struct({ Column1: int('') }), ''),
  Table1: rows(struct({ UserID: key(int('')), Name: string(''), Created: dateTime('') }), ''),
});

const SCHEMA =
  '<xs:schema id="NewDataSet" xmlns="" xmlns:xs="http://www.w3.org/2001/XMLSchema">' +
  '<xs:element name="NewDataSet"><xs:complexType><xs:choice><xs:element name="Table"/></xs:choice></xs:complexType>' +
  '</xs:element></xs:schema>';
const DIFFGR = 'urn:schemas-microsoft-com:xml-diffgram-v1';

const diffgram = (content: string): string =>
  `<diffgr:diffgram xmlns:msdata="urn:schemas-microsoft-com:xml-msdata" xmlns:diffgr="${DIFFGR}">${content}</diffgr:diffgram>`;
const data = (content: string, name = 'NewDataSet'): string =>
  SCHEMA + diffgram(`<${name} xmlns="">${content}</${name}>`);

const EMPTY = { Table: [], Table1: [] };

describe('a DataSet', () => {
  it('has the rows of each table, with null where a cell is left out', () => {
    const content =
      '<Table diffgr:id="Table1" msdata:rowOrder="0"><Column1>2</Column1></Table>' +
      '<Table1 diffgr:id="Table11" msdata:rowOrder="0"><UserID>5</UserID><Name /></Table1>' +
      '<Table1 diffgr:id="Table12" msdata:rowOrder="1"><Created>2016-04-06T00:00:00+02:00</Created><UserID>4</UserID></Table1>';
    expect(read(shape, result(data(content)))).toEqual({
      Table: [{ Column1: 2 }],
      Table1: [
        { UserID: 5, Name: '', Created: null },
        { UserID: 4, Name: null, Created: '2016-04-06T00:00:00+02:00' },
      ],
    });
  });

  it('has empty tables without rows, however that is said', () => {
    expect(read(shape, result(SCHEMA + diffgram('')))).toEqual(EMPTY);
    expect(read(shape, result(data('')))).toEqual(EMPTY);
    expect(read(shape, result(SCHEMA))).toEqual(EMPTY);
    expect(read(shape, result(''))).toEqual(EMPTY);
  });

  it('may have another name, and needs no schema', () => {
    const content = diffgram('<Users xmlns=""><Table1><UserID>5</UserID></Table1></Users>');
    expect(read(shape, result(content))).toMatchObject({ Table1: [{ UserID: 5 }] });
  });

  it('may have its rows in a namespace, as typed ones have', () => {
    const content = diffgram('<Users xmlns="urn:users"><Table1><UserID>5</UserID></Table1></Users>');
    expect(read(shape, result(content))).toMatchObject({ Table1: [{ UserID: 5 }] });
  });

  it('does not take earlier versions of rows, or their errors, for rows', () => {
    const content =
      '<NewDataSet xmlns=""><Table1><UserID>5</UserID></Table1></NewDataSet>' +
      '<diffgr:before><Table1 xmlns=""><UserID>6</UserID></Table1></diffgr:before>' +
      '<diffgr:errors><Table1 xmlns=""/></diffgr:errors>';
    expect(read(shape, result(diffgram(content)))).toMatchObject({ Table1: [{ UserID: 5 }] });
  });

  it('passes over tables and columns that nobody asked for', () => {
    const content = '<Table2><UserID>1</UserID></Table2><Table1><UserID>5</UserID><More>x</More></Table1>';
    expect(read(shape, result(data(content)))).toEqual({
      Table: [],
      Table1: [{ UserID: 5, Name: null, Created: null }],
    });
  });

  it('loses a row that cannot be read, and none beside it', () => {
    const content =
      '<Table1><UserID>1</UserID></Table1><Table1><UserID>?</UserID></Table1><Table1><UserID>3</UserID></Table1>';
    const { Table1: found } = read(shape, result(data(content))) as { Table1: unknown[] };
    expect(found).toEqual([
      expect.objectContaining({ UserID: 1 }),
      expect.any(WireError),
      expect.objectContaining({ UserID: 3 }),
    ]);
  });

  it('gives each answer tables of its own', () => {
    const content = result(data('<Table1><UserID>1</UserID></Table1>'));
    expect(read(shape, content)).toEqual(read(shape, content));
    expect(read(shape, result(data('')))).toEqual(EMPTY);
  });

  it('may be a member of a record, absent where a call was refused before it', () => {
    const package_ = struct({ Result: key(int('')), Exceeding: optional(shape) });
    expect(read(package_, result('<Result>-112</Result>'))).toEqual({ Result: -112, Exceeding: null });
    expect(
      read(package_, result(`<Result>5</Result><Exceeding>${SCHEMA}${diffgram('')}</Exceeding>`)),
    ).toEqual({ Result: 5, Exceeding: EMPTY });
  });

  it('is missed where there is no result at all', () => {
    expect(() => read(shape, answer(''))).toThrow('no GetResult');
  });
});
