package shop.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import shop.shared.Log;

/** What came back from the gateway. */
final class Tally {
    private final Map<Integer, Integer> byStatus = new TreeMap<>();
    private final List<Long> millis = new ArrayList<>();

    synchronized void add(int status, long took) {
        byStatus.merge(status, 1, Integer::sum);
        millis.add(took);
    }

    synchronized void print(Log log) {
        String statuses = byStatus.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", "));
        log.info("Load: %d requests (%s)", millis.size(), statuses);
        log.info("Load: half within %d ms, 95%% within %d ms, all within %d ms", within(50), within(95), within(100));
    }

    synchronized long within(int percent) {
        if (millis.isEmpty()) {
            return 0;
        }
        int index = (int) Math.ceil(percent / 100.0 * millis.size()) - 1;
        return millis.stream().sorted().skip(index).findFirst().orElseThrow();
    }
}
