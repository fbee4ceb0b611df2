package dev.brummer.logs.query;

import dev.brummer.logs.scan.Ascii;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks for services: those whose stream a unit came through, or those that its first line names in a prefix, which then
 * count alone.
 *
 * @param copy which copy of the services is meant; negative for all of them
 * @param wanted false for the opposite
 */
record SourceMeaning(Sources sources, Set<ServiceId> services, int copy, boolean wanted) implements Meaning {
    private static final int PRICE = 1;
    // Few programs run others, so few lines have a prefix that names a service.
    private static final double SHARE = 1e-3;

    @Override
    public boolean matches(Unit unit) {
        ServiceId named = sources.namedBy(unit);
        return (named == null ? holds(unit.instance()) : names(named)) == wanted;
    }

    private boolean holds(InstanceId instance) {
        return services.contains(instance.service()) && (copy < 0 || copy == instance.index());
    }

    private boolean names(ServiceId service) {
        return copy < 0 && services.contains(service);
    }

    @Override
    public Reach reach(@Nullable Origin origin) {
        boolean byStream = origin == null || holds(origin.instance()) == wanted;
        return byStream ? new Reach.Anywhere() : Reach.pointed(this::nextNamed, SHARE);
    }

    /** The next line, of a stream that is not wanted itself, whose prefix makes it wanted. */
    private int nextNamed(byte[] bytes, int from, int to) {
        int sign = LinePrefix.sign(bytes, from, to);
        while (sign < to) {
            int line = Ascii.beginOfLine(bytes, from, sign);
            int end = Ascii.endOfLine(bytes, sign, to);
            ServiceId named = sources.namedBy(bytes, line, end);
            if (named != null && names(named) == wanted) {
                return line;
            }
            sign = LinePrefix.sign(bytes, end, to);
        }
        return -1;
    }

    @Override
    public Meaning negated() {
        return new SourceMeaning(sources, services, copy, !wanted);
    }

    @Override
    public int price() {
        return PRICE;
    }
}
