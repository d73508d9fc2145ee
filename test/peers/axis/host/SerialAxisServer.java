// Peer for tests: an engine that takes one call at a time. Since Java 8 a sort counts as a change of the list, and Axis
// sorts a service's operations on every call: two calls at once would fail now and then.
package peer;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.axis.AxisFault;
import org.apache.axis.MessageContext;
import org.apache.axis.configuration.FileProvider;
import org.apache.axis.server.AxisServer;
import org.apache.axis.utils.XMLUtils;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

public final class SerialAxisServer extends AxisServer {
    private SerialAxisServer(FileProvider config) {
        super(config);
    }

    /** An engine of this configuration, with the services of a deployment descriptor added. */
    static SerialAxisServer create(InputStream engineConfig, InputStream deployment) throws Exception {
        Document config = XMLUtils.newDocument(engineConfig);
        NodeList services = XMLUtils.newDocument(deployment).getDocumentElement().getElementsByTagNameNS("*", "service");
        for (int at = 0; at < services.getLength(); at++) {
            config.getDocumentElement().appendChild(config.importNode(services.item(at), true));
        }
        byte[] merged = XMLUtils.DocumentToString(config).getBytes(StandardCharsets.UTF_8);
        return new SerialAxisServer(new FileProvider(new ByteArrayInputStream(merged)));
    }

    @Override
    public synchronized void invoke(MessageContext context) throws AxisFault {
        super.invoke(context);
    }
}
