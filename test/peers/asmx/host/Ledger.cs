// Peer for tests: remembers every admitted call, so that a test can prove what was sent, and how often.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Web;
using System.Xml;
using System.Xml.Linq;

namespace Peer
{
    static class Ledger
    {
        static readonly List<string> Lines = new List<string>();

        /// <summary>One line a call, oldest first: service, blank, method, blank, arguments as a query string.</summary>
        public static string Text()
        {
            lock (Lines) return string.Concat(Lines.Select(line => line + "\n"));
        }

        public static void Note(HttpRequest request)
        {
            var service = Path.GetFileNameWithoutExtension(request.Path);
            var action = (request.Headers["SOAPAction"] ?? "").Trim('"');
            var line = $"{service} {action.Substring(action.LastIndexOf('/') + 1)} {Arguments(request.InputStream)}";
            request.InputStream.Position = 0;
            lock (Lines) Lines.Add(line);
        }

        // A leaf of the call's element becomes one pair, its path (without the call itself) as the name.
        static string Arguments(Stream body)
        {
            try
            {
                var call = XDocument.Load(body).Root.Elements().Last().Elements().First();
                var leaves = call.Descendants().Where(element => !element.HasElements);
                return string.Join("&", leaves.Select(leaf => $"{PathOf(leaf, call)}={Uri.EscapeDataString(ValueOf(leaf))}"));
            }
            catch (Exception error) when (error is XmlException || error is InvalidOperationException)
            {
                return "";
            }
        }

        static string PathOf(XElement leaf, XElement call) => string.Join(".",
            leaf.AncestorsAndSelf().TakeWhile(element => element != call).Reverse().Select(element => element.Name.LocalName));

        static string ValueOf(XElement leaf) =>
            leaf.Name.LocalName.Equals("password", StringComparison.OrdinalIgnoreCase) ? "***" : leaf.Value;
    }
}
