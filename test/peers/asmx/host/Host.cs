// Peer for tests: hosts ASP.NET web services (ASMX) on Mono's own HTTP/1.1 listener.
// Usage: mono Peer.dll WEB_ROOT plain|chunked local|remote. Prints "listening PORT", ends when its standard input ends.
using System;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Web;
using System.Web.Hosting;

namespace Peer
{
    public sealed class Host : MarshalByRefObject
    {
        const int PortAttempts = 20;

        static void Main(string[] args)
        {
            var host = (Host)ApplicationHost.CreateApplicationHost(typeof(Host), "/", args[0]);
            Console.WriteLine("listening {0}", host.Start(args[1] == "chunked", args[2] == "local"));
            // The standard input is the parent's end of a pipe: it closes when the parent ends, however that happens.
            Console.In.ReadToEnd();
            Environment.Exit(0);
        }

        // The remoting lease of the application domain's entry point must not run out.
        public override object InitializeLifetimeService() => null;

        /// <summary>Listens on a free loopback port, inside the application domain; answers until the process ends.</summary>
        public int Start(bool chunked, bool callersAreLocal)
        {
            var listener = ListenOnFreePort(out var port);
            var loop = new Thread(() =>
            {
                while (true)
                {
                    var context = listener.GetContext();
                    ThreadPool.QueueUserWorkItem(_ =>
                    {
                        var request = new ListenerRequest(context, chunked, callersAreLocal);
                        lock (Panel.Gate) HttpRuntime.ProcessRequest(request);
                    });
                }
            });
            loop.IsBackground = true;
            loop.Start();
            return port;
        }

        // HttpListener cannot take port 0, and another process may take the port between the two steps.
        static HttpListener ListenOnFreePort(out int port)
        {
            for (var attempt = 1; ; attempt++)
            {
                var probe = new TcpListener(IPAddress.Loopback, 0);
                probe.Start();
                port = ((IPEndPoint)probe.LocalEndpoint).Port;
                probe.Stop();
                var listener = new HttpListener();
                listener.Prefixes.Add($"http://127.0.0.1:{port}/");
                try
                {
                    listener.Start();
                    return listener;
                }
                catch (Exception) when (attempt < PortAttempts)
                {
                    listener.Close();
                }
            }
        }
    }
}
