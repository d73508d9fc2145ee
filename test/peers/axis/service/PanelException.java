// Peer for tests: every refusal of the panel. Axis writes the class name and the message into the faultstring.
package peer;

public class PanelException extends Exception {
    public PanelException(String message) {
        super(message);
    }
}
