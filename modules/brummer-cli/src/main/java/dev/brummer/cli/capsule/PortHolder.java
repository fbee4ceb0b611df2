package dev.brummer.cli.capsule;

import dev.brummer.spi.InstanceId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A port that an instance claims.
 *
 * @param holder who listened on it, for a person; empty if nobody did
 */
public record PortHolder(int port, InstanceId claimedBy, Optional<String> holder) {
    Map<String, @Nullable Object> fields() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("port", (long) port);
        fields.put("claimed_by", claimedBy.label());
        fields.put("held_by", holder.orElse(null));
        return fields;
    }
}
