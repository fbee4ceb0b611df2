package dev.brummer.spi.host;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes as people write them: {@code 500MB}, {@code 2GB}, {@code 1.5GiB}. */
public final class SizeText {
    /** What a size looks like. */
    public static final String PATTERN = "([0-9]+(?:\\.[0-9]+)?) ?([KkMmGgTt]i?[Bb]?|[Bb])?";

    private static final Pattern SIZE = Pattern.compile(PATTERN);
    private static final Map<String, Long> UNITS = new TreeMap<>(Map.of(
            "k", 1_000L, "m", 1_000_000L, "g", 1_000_000_000L, "t", 1_000_000_000_000L,
            "ki", 1L << 10, "mi", 1L << 20, "gi", 1L << 30, "ti", 1L << 40, "", 1L));

    private SizeText() {}

    /**
     * How many bytes it is: powers of 1000, or of 1024 with an i as in GiB.
     *
     * @throws IllegalArgumentException if the text is no size; the message says what is one
     */
    public static long parse(String text) {
        Matcher size = SIZE.matcher(text);
        if (!size.matches()) {
            throw new IllegalArgumentException("such as 500MB, 2GB or 1.5GiB");
        }
        String unit = size.group(2) == null ? "" : size.group(2).toLowerCase(Locale.ROOT).replace("b", "");
        try {
            return product(size.group(1), UNITS.getOrDefault(unit, 1L)).longValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("that is more than any disk holds", e);
        }
    }

    /** Rounded down. Not by {@code BigDecimal}, which works out tables for 10 ms at its first use. */
    private static BigInteger product(String number, long unit) {
        int point = number.indexOf('.');
        BigInteger digits = new BigInteger(number.replace(".", ""));
        BigInteger product = digits.multiply(BigInteger.valueOf(unit));
        return point < 0 ? product : product.divide(BigInteger.TEN.pow(number.length() - 1 - point));
    }

    /** The shortest text for it that loses nothing. */
    public static String of(long bytes) {
        for (String unit : new String[] {"TB", "GB", "MB", "KB"}) {
            long size = UNITS.getOrDefault(unit.substring(0, 1).toLowerCase(Locale.ROOT), 1L);
            if (bytes >= size && bytes % size == 0) {
                return bytes / size + unit;
            }
        }
        return Long.toString(bytes);
    }
}
