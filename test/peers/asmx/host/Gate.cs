// Peer for tests: what stands before the services: Basic authentication, and the ledger of calls at GET /ledger.
using System;
using System.Text;
using System.Web;

namespace Peer
{
    /// <summary>Answers 401 as the panel does, notes every call that passed, and hands out the notes.</summary>
    public sealed class Gate : IHttpModule
    {
        const string Realm = "MSPControl Enterprise Server";

        public void Init(HttpApplication application)
        {
            application.BeginRequest += (sender, e) => Admit(application);
        }

        public void Dispose() { }

        static void Admit(HttpApplication application)
        {
            var context = application.Context;
            if (context.Request.Path == "/ledger")
            {
                context.Response.ContentType = "text/plain";
                context.Response.Write(Ledger.Text());
                application.CompleteRequest();
                return;
            }
            // The WSDL is open, and so is the service that checks credentials itself.
            if (context.Request.HttpMethod != "POST") return;
            var open = context.Request.Path.StartsWith("/esAuthentication.", StringComparison.OrdinalIgnoreCase);
            if (open || IsKnown(context.Request.Headers["Authorization"]))
            {
                Ledger.Note(context.Request);
                return;
            }
            context.Response.StatusCode = 401;
            context.Response.StatusDescription = "Access Denied";
            context.Response.AppendHeader("WWW-Authenticate", $"Basic Realm=\"{Realm}\"");
            context.Response.ContentType = "text/plain";
            context.Response.Write("401 Access Denied");
            application.CompleteRequest();
        }

        // A header that cannot be read passes here: the service reads it again and turns the error into a SOAP fault.
        static bool IsKnown(string header)
        {
            try
            {
                return Identify(header) != null;
            }
            catch (Exception)
            {
                return true;
            }
        }

        /// <summary>
        /// The user that a Basic header names, null if there is none. Read the way WebsitePanel reads it: scheme in exact
        /// case, bytes as ASCII, password up to the next colon. Throws on bad base64 and on credentials without a colon.
        /// </summary>
        public static UserInfo Identify(string header)
        {
            if (header == null || !header.Trim().StartsWith("Basic")) return null;
            var parts = Encoding.ASCII.GetString(Convert.FromBase64String(header.Trim().Substring(6))).Split(':');
            var password = parts[1];
            var user = Panel.FindUser(parts[0]);
            return user != null && Panel.PasswordOf(user) == password ? user : null;
        }
    }
}
