// Peer for tests: hosts the AdminServices on Apache Axis 1.4, below Axis's own HTTP/1.0 server or an embedded Tomcat.
// Usage: java peer.Host simple|tomcat ENGINE_CONFIG|stock DEPLOYMENT WORK_FOLDER. Prints "listening PORT", ends when its
// standard input ends.
package peer;

import java.io.FileInputStream;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.apache.axis.server.AxisServer;
import org.apache.axis.transport.http.AxisServlet;
import org.apache.axis.transport.http.SimpleAxisServer;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

public final class Host {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int BACKLOG = 1000;
    // The loop that accepts connections ends for good when the pool has no thread left: the default is 100.
    private static final int MAX_THREADS = 5000;
    private static final String SERVLET = "AxisServlet";

    private Host() {}

    public static void main(String[] args) throws Exception {
        SerialAxisServer engine;
        try (InputStream config = engineConfig(args[1]); InputStream deployment = new FileInputStream(args[2])) {
            engine = SerialAxisServer.create(config, deployment);
        }
        int port = args[0].equals("tomcat") ? startTomcat(engine, args[3]) : startSimple(engine);
        System.out.println("listening " + port);
        // The standard input is the parent's end of a pipe: it closes when the parent ends, however that happens.
        while (System.in.read() != -1) continue;
        Runtime.getRuntime().halt(0);
    }

    /** The stock configuration is the one inside Axis's own archive. */
    private static InputStream engineConfig(String source) throws Exception {
        return source.equals("stock")
                ? AxisServer.class.getResourceAsStream("server-config.wsdd")
                : new FileInputStream(source);
    }

    private static int startSimple(AxisServer engine) throws Exception {
        SimpleAxisServer server = new SimpleAxisServer(MAX_THREADS) {
            @Override
            public synchronized AxisServer getAxisServer() {
                return engine;
            }
        };
        ServerSocket socket = new ServerSocket(0, BACKLOG, InetAddress.getByName(LOOPBACK));
        server.setServerSocket(socket);
        server.start(true);
        return socket.getLocalPort();
    }

    private static int startTomcat(AxisServer engine, String workFolder) throws Exception {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(workFolder);
        Connector connector = new Connector();
        connector.setPort(0);
        connector.setProperty("address", LOOPBACK);
        tomcat.setConnector(connector);
        Context context = tomcat.addContext("/axis", workFolder);
        // Axis keeps its engine here. Finding none it would make one of the stock configuration, whose type options go
        // into static fields that all engines of the process share.
        engine.setName(SERVLET);
        context.getServletContext().setAttribute(SERVLET + "AxisEngine", engine);
        Tomcat.addServlet(context, SERVLET, new AxisServlet());
        context.addServletMappingDecoded("/services/*", SERVLET);
        tomcat.start();
        return connector.getLocalPort();
    }
}
