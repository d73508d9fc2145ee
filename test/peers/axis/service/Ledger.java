// Peer for tests: remembers every action that ran, so that a test can prove what was sent, and how often. A service of
// its own, with one action.
package peer;

import java.io.UnsupportedEncodingException;
import java.net.URLEncoder;

public class Ledger {
    private static final StringBuilder LINES = new StringBuilder();

    /** One line a call, oldest first: service, a blank, the action, a blank, arguments as a query string. */
    public String entries() {
        synchronized (LINES) {
            return LINES.toString();
        }
    }

    /** Arguments as pairs of name and value; callers leave out passwords and card numbers. */
    static void note(String action, Object... pairs) {
        StringBuilder query = new StringBuilder();
        for (int at = 0; at < pairs.length; at += 2) {
            if (pairs[at + 1] == null) continue;
            query.append(query.length() == 0 ? "" : "&").append(pairs[at]).append('=').append(encode(pairs[at + 1].toString()));
        }
        synchronized (LINES) {
            LINES.append("AdminServices ").append(action).append(' ').append(query).append('\n');
        }
    }

    private static String encode(String text) {
        try {
            return URLEncoder.encode(text, "UTF-8");
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
