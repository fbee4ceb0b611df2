package dev.brummer.cli;

import dev.brummer.core.model.PortClaim;
import dev.brummer.core.model.Project;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.spi.ServiceId;
import java.util.List;

/** {@code --scale SERVICE=N}. */
final class Scaling {
    private static final int MOST = 100;

    private Scaling() {}

    /** @throws UsageException if one names no service, is no number, or cannot be */
    static Project apply(Selection selection, List<String> wishes) throws UsageException {
        Project scaled = selection.project();
        for (String wish : wishes) {
            int equals = wish.lastIndexOf('=');
            String name = equals < 0 ? wish : wish.substring(0, equals);
            int copies = copies(wish, equals);
            for (ServiceId id : selection.named(List.of(name))) {
                ServiceSpec spec = selection.project().service(id);
                if (copies > 1 && spec.ports().stream().anyMatch(PortClaim.Fixed.class::isInstance)) {
                    throw new UsageException("--scale " + wish + ": copies of " + id
                            + " cannot share its fixed port; write 'ports: [auto]', and listen on ${PORT}");
                }
                scaled = scaled.withService(spec.withScale(copies));
            }
        }
        return scaled;
    }

    private static int copies(String wish, int equals) throws UsageException {
        try {
            int copies = Integer.parseInt(wish.substring(equals + 1));
            if (equals > 0 && copies >= 1 && copies <= MOST) {
                return copies;
            }
        } catch (NumberFormatException e) {
            throw new UsageException("--scale takes SERVICE=N, as in --scale worker=2, not '" + wish + "'", e);
        }
        throw new UsageException("--scale takes SERVICE=N with N from 1 to " + MOST + ", not '" + wish + "'");
    }
}
