// Peer for tests: builds DataSets as a data adapter fills them: untitled, tables "Table", "Table1", rows unchanged.
using System;
using System.Data;
using System.Linq;

namespace Peer
{
    static class Tables
    {
        /// <summary>A table of columns "name" (text) or "name:type", type one of int, bool, date, money.</summary>
        public static DataTable Table(string name, params string[] columns)
        {
            var table = new DataTable(name);
            foreach (var column in columns.Select(text => text.Split(':')))
                table.Columns.Add(column[0], column.Length == 1 ? typeof(string) : TypeOf(column[1]));
            return table;
        }

        /// <summary>Rows count as unchanged: a diffgram marks new ones otherwise.</summary>
        public static DataSet Set(params DataTable[] tables)
        {
            var set = new DataSet();
            set.Tables.AddRange(tables);
            set.AcceptChanges();
            return set;
        }

        /// <summary>
        /// The answer of a paged method: the total in an unnamed column, then the rows at positions `start` to
        /// `start + maximum`, both included, counted from `origin`: WebsitePanel's procedures are off by one.
        /// </summary>
        public static DataSet Page(DataTable rows, string filter, string value, string sort, int start, int maximum, int origin)
        {
            var found = rows.Select(Like(rows, filter, value), (sort ?? "").Split('.').Last());
            var count = Table("Table", "Column1:int");
            count.Rows.Add(found.Length);
            var page = rows.Clone();
            page.TableName = "Table1";
            foreach (var row in found.Skip(start - origin).Take(maximum + 1)) page.ImportRow(row);
            return Set(count, page);
        }

        // SQL's LIKE, so the caller writes the "%"; without a column it searches what a person would look for.
        static string Like(DataTable rows, string column, string value)
        {
            if (string.IsNullOrEmpty(value)) return "";
            var columns = string.IsNullOrEmpty(column)
                ? new[] { "Username", "FullName", "Email" }
                : new[] { column.Split('.').Last() };
            return string.Join(" OR ", columns.Select(name => $"{name} LIKE '{value.Replace("'", "''")}'"));
        }

        static Type TypeOf(string name)
        {
            switch (name)
            {
                case "int": return typeof(int);
                case "bool": return typeof(bool);
                case "date": return typeof(DateTime);
                case "money": return typeof(decimal);
                default: throw new ArgumentException(name);
            }
        }
    }
}
