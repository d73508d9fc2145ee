// Peer for tests: a service that no document describes, which answers what it is given, in the types that Axis has for
// Java's. It takes no token.
package peer;

import java.util.Calendar;
import java.util.Map;
import java.util.TreeMap;

public class Echo {
    public Sample getSample(Sample sample) {
        return sample;
    }

    public Sample[] getSamples(Sample[] samples) {
        return samples;
    }

    /** Each type once: Axis takes an argument under its exact type only. */
    public String describe(short a, byte b, float c, Integer d, Boolean e, long f) {
        return a + " " + b + " " + c + " " + d + " " + e + " " + f;
    }

    public byte[] getReversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int at = 0; at < bytes.length; at++) reversed[at] = bytes[bytes.length - 1 - at];
        return reversed;
    }

    public String[] getUpper(String[] texts) {
        String[] upper = new String[texts.length];
        for (int at = 0; at < texts.length; at++) upper[at] = texts[at].toUpperCase();
        return upper;
    }

    public int[][] getMatrix(int[][] rows) {
        return rows;
    }

    public Calendar getLater(Calendar time) {
        time.add(Calendar.HOUR, 1);
        return time;
    }

    public Map getTable() {
        Map<String, Object> table = new TreeMap<>();
        table.put("count", 2);
        table.put("name", "Zoë");
        return table;
    }

    public void touch(String name) {}
}
