package dev.brummer.plugins.checks.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.brummer.plugins.checks.net.Deadline;
import dev.brummer.plugins.checks.net.Payload;
import dev.brummer.spi.Answer;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** What one start-up says to the server's wishes to know who it is. */
final class Authentication {
    private static final String SCRAM = "SCRAM-SHA-256";

    private final Login login;
    private Optional<Scram> scram = Optional.empty();
    private boolean proven;
    private boolean over;

    /** What follows from a wish. */
    sealed interface Step {}

    record Send(byte[] bytes) implements Step {}

    record End(Answer answer) implements Step {}

    record Continue() implements Step {}

    Authentication(Login login) {
        this.login = login;
    }

    /** Whether the server has said that it knows enough. */
    boolean isOver() {
        return over;
    }

    /** @param body of an Authentication message */
    Step next(Payload body, Deadline deadline) throws IOException {
        int kind = body.int32();
        if (kind == 0) {
            return accepted();
        }
        Optional<String> password = login.credentials().password();
        if (password.isEmpty()) {
            return new End(Answer.passing("postgres answered in " + deadline.elapsed() + " and wants a password"));
        }
        return switch (kind) {
            case 3 -> new Send(PostgresRequest.password(password.get()));
            case 5 -> new Send(PostgresRequest.password(md5(password.get(), body.bytes(4))));
            case 10 -> begin(password.get(), mechanisms(body));
            case 11 -> new Send(PostgresRequest.sasl(begun(body).last(body.text(body.left()), deadline)));
            case 12 -> prove(body);
            default -> new End(Answer.failing("postgres wants a login of kind " + kind + ", which this check has not"));
        };
    }

    private Step accepted() {
        over = true;
        return scram.isPresent() && !proven ? impostor() : new Continue();
    }

    private Step prove(Payload body) throws IOException {
        proven = begun(body).isProvenBy(body.text(body.left()));
        return proven ? new Continue() : impostor();
    }

    private static Step impostor() {
        return new End(Answer.failing("postgres does not prove that it knows the password; another may have its port"));
    }

    private static List<String> mechanisms(Payload body) throws IOException {
        List<String> names = new ArrayList<>();
        for (String name = body.zeroTerminated(); !name.isEmpty(); name = body.zeroTerminated()) {
            names.add(name);
        }
        return names;
    }

    private Step begin(String password, List<String> mechanisms) {
        if (!mechanisms.contains(SCRAM)) {
            return new End(Answer.failing("postgres wants a login other than " + SCRAM + ", which this check has not"));
        }
        Scram begun = Scram.begin(password);
        scram = Optional.of(begun);
        return new Send(PostgresRequest.saslInitial(SCRAM, begun.first()));
    }

    private Scram begun(Payload body) throws IOException {
        return scram.orElseThrow(body::malformed);
    }

    private String md5(String password, byte[] salt) throws IOException {
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            String inner = HexFormat.of().formatHex(md5.digest((password + login.user()).getBytes(UTF_8)));
            md5.update(inner.getBytes(UTF_8));
            md5.update(salt);
            return "md5" + HexFormat.of().formatHex(md5.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IOException("this JDK has no MD5", e);
        }
    }
}
