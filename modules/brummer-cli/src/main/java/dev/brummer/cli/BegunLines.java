package dev.brummer.cli;

import dev.brummer.cli.prompt.BegunLine;
import dev.brummer.insight.scan.PlainText;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.text.ServiceColours;
import java.util.List;
import java.util.Map;

/** Makes of lines that have begun and not ended what the prompt shows of them, as the stream would show them. */
final class BegunLines {
    private static final String OWN = "brum";

    private BegunLines() {}

    /**
     * Those of which there is something to see.
     *
     * @param unfinished each a batch of one
     * @param instances of the fleet, in its order
     */
    static List<BegunLine> of(List<LogBatch> unfinished, List<InstanceId> instances) {
        Map<ServiceId, Integer> colours =
                ServiceColours.of(instances.stream().map(InstanceId::service).toList());
        int longest = instances.stream().mapToInt(id -> id.label().length()).reduce(OWN.length(), Math::max);
        return unfinished.stream()
                .map(line -> {
                    ServiceId service = line.instance().service();
                    return new BegunLine(
                            line.instance().label(),
                            longest,
                            colours.getOrDefault(service, ServiceColours.of(service)),
                            PlainText.printable(line, 0));
                })
                .filter(line -> !line.text().isEmpty())
                .toList();
    }
}
