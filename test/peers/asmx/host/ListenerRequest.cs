// Peer for tests: carries one request between Mono's HttpListener and the ASP.NET pipeline.
using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Web.Hosting;

namespace Peer
{
    sealed class ListenerRequest : SimpleWorkerRequest
    {
        // Odd and small, so that chunks end inside tags and inside multi-byte characters.
        const int ChunkSize = 61;

        // The pipeline adds stack traces to faults for callers on its own machine only; this address is not.
        const string RemoteAddress = "192.0.2.7";

        readonly HttpListenerContext context;
        readonly bool chunked;
        readonly bool callerIsLocal;
        readonly byte[] requestBody;
        readonly MemoryStream responseBody = new MemoryStream();

        public ListenerRequest(HttpListenerContext context, bool chunked, bool callerIsLocal)
            : base(context.Request.Url.AbsolutePath.TrimStart('/'), context.Request.Url.Query.TrimStart('?'), TextWriter.Null)
        {
            this.context = context;
            this.chunked = chunked;
            this.callerIsLocal = callerIsLocal;
            var body = new MemoryStream();
            context.Request.InputStream.CopyTo(body);
            requestBody = body.ToArray();
        }

        public override string GetHttpVerbName() => context.Request.HttpMethod;
        public override string GetRawUrl() => context.Request.RawUrl;
        public override string GetServerName() => context.Request.Url.Host;
        public override int GetLocalPort() => context.Request.LocalEndPoint.Port;
        public override string GetLocalAddress() => context.Request.LocalEndPoint.Address.ToString();
        public override string GetRemoteAddress() => callerIsLocal ? GetLocalAddress() : RemoteAddress;
        public override byte[] GetPreloadedEntityBody() => requestBody;
        public override bool IsEntireEntityBodyIsPreloaded() => true;

        // The listener does the framing: told HTTP/1.1, the pipeline would write chunks of its own into the body.
        public override string GetHttpVersion() => "HTTP/1.0";

        public override string GetKnownRequestHeader(int index) => index == HeaderContentLength
            ? requestBody.Length.ToString()
            : context.Request.Headers[GetKnownRequestHeaderName(index)];

        public override string GetUnknownRequestHeader(string name) => context.Request.Headers[name];

        public override string[][] GetUnknownRequestHeaders() => context.Request.Headers.AllKeys
            .Where(name => GetKnownRequestHeaderIndex(name) == -1)
            .Select(name => new[] { name, context.Request.Headers[name] })
            .ToArray();

        public override void SendStatus(int statusCode, string statusDescription)
        {
            context.Response.StatusCode = statusCode;
            context.Response.StatusDescription = statusDescription;
        }

        public override void SendKnownResponseHeader(int index, string value) =>
            SendUnknownResponseHeader(GetKnownResponseHeaderName(index), value);

        public override void SendUnknownResponseHeader(string name, string value)
        {
            // Length and connection belong to the listener; the rest is the pipeline's.
            if (name == "Content-Length" || name == "Connection" || name == "Transfer-Encoding") return;
            if (name == "Content-Type") context.Response.ContentType = value;
            else context.Response.AppendHeader(name, value);
        }

        public override void SendResponseFromMemory(byte[] data, int length) => responseBody.Write(data, 0, length);

        public override void EndOfRequest()
        {
            try
            {
                var bytes = responseBody.ToArray();
                // Every write becomes a chunk or, without chunks, a packet that may wait for the last one's acknowledgement.
                var step = chunked ? ChunkSize : Math.Max(1, bytes.Length);
                context.Response.SendChunked = chunked;
                if (!chunked) context.Response.ContentLength64 = bytes.Length;
                for (var from = 0; from < bytes.Length; from += step)
                    context.Response.OutputStream.Write(bytes, from, Math.Min(step, bytes.Length - from));
                context.Response.Close();
            }
            catch (Exception)
            {
                // The client went away: there is nobody left to answer.
                context.Response.Abort();
            }
            base.EndOfRequest();
        }
    }
}
