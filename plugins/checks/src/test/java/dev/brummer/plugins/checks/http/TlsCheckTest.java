package dev.brummer.plugins.checks.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brummer.plugins.checks.kit.LoopbackServer;
import dev.brummer.spi.HealthCheck;
import dev.brummer.spi.Options;
import dev.brummer.testing.ScriptedCheckContext;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsCheckTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    static Path folder;

    private static SSLContext selfSigned;

    @BeforeAll
    static void makeCertificate() throws Exception {
        Path keys = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                        "-genkeypair", "-keyalg", "EC", "-dname", "CN=localhost", "-alias", "localhost",
                        "-storetype", "PKCS12", "-keystore", keys.toString(), "-storepass", new String(PASSWORD))
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream input = Files.newInputStream(keys)) {
            store.load(input, PASSWORD);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD);
        selfSigned = SSLContext.getInstance("TLS");
        selfSigned.init(managers.getKeyManagers(), null, null);
    }

    private static LoopbackServer server() throws IOException {
        ServerSocket socket = selfSigned
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        return LoopbackServer.with(socket, client -> {
            LoopbackServer.readRequest(client);
            client.getOutputStream().write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{}".getBytes(UTF_8));
        });
    }

    private static HealthCheck https(int port, boolean insecure) {
        return new HttpCheckFactory()
                .create(new Options(Map.of("url", "https://localhost:" + port + "/health", "insecure", insecure)));
    }

    @Test
    void aSelfSignedCertificateIsRefusedWithAHint() throws Exception {
        try (LoopbackServer server = server()) {
            assertThatThrownBy(() -> https(server.port(), false).check(new ScriptedCheckContext()))
                    .hasMessage("the certificate of 127.0.0.1:" + server.port()
                            + " is not trusted; 'insecure: true' accepts any");
        }
    }

    @Test
    void insecureAcceptsAnyCertificate() throws Exception {
        try (LoopbackServer server = server()) {
            assertThat(https(server.port(), true).check(new ScriptedCheckContext()).reason())
                    .matches("http 200 in \\d+ ms");
        }
    }
}
