package dev.brummer.plugins.checks.net;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** Encryption over a connected socket. Loaded when the first {@code https} URL is asked. */
final class TlsLayer {
    private TlsLayer() {}

    static Socket verified(Socket socket, Endpoint endpoint, Deadline deadline) throws IOException {
        SSLSocket layer = over((SSLSocketFactory) SSLSocketFactory.getDefault(), socket, endpoint);
        SSLParameters parameters = layer.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        layer.setSSLParameters(parameters);
        return handshaken(layer, deadline);
    }

    static Socket insecure(Socket socket, Endpoint endpoint, Deadline deadline) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new TrustsAnybody()}, new SecureRandom());
            return handshaken(over(context.getSocketFactory(), socket, endpoint), deadline);
        } catch (GeneralSecurityException e) {
            throw new IOException("this JDK has no TLS: " + e.getMessage(), e);
        }
    }

    private static SSLSocket over(SSLSocketFactory factory, Socket socket, Endpoint endpoint) throws IOException {
        String host = endpoint.host().orElse("localhost");
        return (SSLSocket) factory.createSocket(socket, host, endpoint.port(), true);
    }

    private static Socket handshaken(SSLSocket layer, Deadline deadline) throws IOException {
        layer.setSoTimeout(deadline.millisLeft());
        layer.startHandshake();
        return layer;
    }

    /** The person who wrote {@code insecure: true} has said so. */
    private static final class TrustsAnybody extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
