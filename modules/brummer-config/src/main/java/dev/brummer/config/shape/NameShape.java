package dev.brummer.config.shape;

import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.spi.ServiceId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The name of something that the file declares. Names hold no variables, so that who reads the file knows the graph.
 *
 * @param noun what it names
 */
public record NameShape(String noun) implements Shape<String> {
    @Override
    public @Nullable String read(Node node, Place place, Reading reading) {
        if (!(node instanceof Scalar scalar)) {
            reading.wrong(node, place, words());
            return null;
        }
        if (!ServiceId.isValid(scalar.text())) {
            String hint = "letters, digits, '_', '.' and '-', beginning with a letter or digit";
            reading.faults().error("bad-name", scalar.quoted() + " cannot name a " + noun, scalar.span(), hint);
            return null;
        }
        return scalar.text();
    }

    @Override
    public String words() {
        return "the name of a " + noun;
    }

    @Override
    public Map<String, Object> schema() {
        return Schemas.scalar();
    }
}
