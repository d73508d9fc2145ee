// Peer for tests: esEcho.asmx, a service that no document describes, with types in a namespace of their own and whatever
// ASP.NET writes into a WSDL: lists without an element around them, nulls, bytes, types that contain themselves.
using System;
using System.Data;
using System.Web.Services;
using System.Xml.Serialization;

namespace Peer
{
    public enum Shade { Light, Dark }

    [XmlType(Namespace = "http://another.example/things")]
    public class Thing
    {
        public int Id;
        public int? Size;
        public decimal Price;
        public long Serial;
        public byte[] Data;
        public Guid Key;
        public DateTime Made;
        public Shade Shade;
        [XmlElement("Tag")] public string[] Tags;
        public int[] Numbers;
        public Thing[] Parts;
        public string Password;
        [XmlAttribute] public string Note;
    }

    [WebService(Namespace = "http://another.example/echo/", Description = "Echoes.")]
    [WebServiceBinding(ConformsTo = WsiProfiles.None)]
    public class esEcho : WebService
    {
        [WebMethod(Description = "Answers the thing that it is given.")]
        public Thing GetThing(Thing thing) => thing;

        [WebMethod]
        public int GetSum(int a, int b, out int difference)
        {
            difference = a - b;
            return a + b;
        }

        [WebMethod]
        public double? GetHalf(int? number) => number / 2.0;

        [WebMethod(MessageName = "FindById")]
        public string Find(int id) => "id " + id;

        [WebMethod(MessageName = "FindByName")]
        public string Find(string name, bool exact) => "name " + name + " " + exact;

        [WebMethod]
        public DataSet GetRows()
        {
            var rows = new DataSet("Rows");
            var table = rows.Tables.Add("Row");
            table.Columns.Add("Id", typeof(int));
            table.Columns.Add("Name", typeof(string));
            table.Rows.Add(1, "Zoë & <co>");
            table.Rows.Add(2, DBNull.Value);
            return rows;
        }

        [WebMethod]
        public void Touch(string name) { }

        [WebMethod]
        public int StoreRows(DataSet rows) => rows.Tables.Count;
    }
}
