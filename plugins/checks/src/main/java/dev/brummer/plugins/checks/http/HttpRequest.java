package dev.brummer.plugins.checks.http;

import dev.brummer.plugins.checks.net.Connection;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The GET that a check sends. Immutable. */
final class HttpRequest {
    private static final Pattern HEADER = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \\t]*([^\\p{Cntrl}]*)");

    private final String begin;
    private final boolean ownHost;
    private final String rest;

    private HttpRequest(String resource, Map<String, String> headers) {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.put("Host", "");
        all.put("User-Agent", "brummer");
        all.put("Accept", "application/json, */*");
        all.putAll(headers);
        all.put("Connection", "close");
        this.ownHost = !all.remove("Host", "");
        StringBuilder text = new StringBuilder();
        all.forEach((name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
        this.begin = "GET " + resource + " HTTP/1.1\r\n";
        this.rest = text.append("\r\n").toString();
    }

    /** @param headers each as {@code Name: value} */
    static HttpRequest of(String resource, List<String> headers) {
        Map<String, String> named = new LinkedHashMap<>();
        for (String header : headers) {
            Matcher parts = HEADER.matcher(header);
            if (!parts.matches()) {
                throw new IllegalArgumentException("a header is written as 'Name: value'");
            }
            named.put(parts.group(1), parts.group(2).strip());
        }
        return new HttpRequest(resource, named);
    }

    /** The bytes to send to {@code host}, as it is named in the header of that name. */
    byte[] bytes(String host) {
        String named = ownHost ? "" : "Host: " + host + "\r\n";
        return (begin + named + rest).getBytes(StandardCharsets.UTF_8);
    }
}
