package dev.brummer.logs.query;

import dev.brummer.logs.scan.Literal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Asks a line for any of some ids, each standing by itself and not in the middle of a longer word. */
final class IdMatch implements LineMatch {
    private static final int UTF8_MOST = 4;

    private final List<Literal> ids;

    IdMatch(List<Literal> ids) {
        this.ids = List.copyOf(ids);
    }

    @Override
    public boolean mayMatch(byte[] raw, int from, int to) {
        return Literal.anyMayStandIn(ids, raw, from, to);
    }

    @Override
    public boolean matches(byte[] text, int from, int to) {
        for (int i = 0; i < ids.size(); i++) {
            if (standsAlone(ids.get(i), text, from, to)) {
                return true;
            }
        }
        return false;
    }

    private static boolean standsAlone(Literal id, byte[] text, int from, int to) {
        for (int at = id.indexIn(text, from, to); at >= 0; at = id.indexIn(text, at + 1, to)) {
            int end = at + id.length();
            if (!isWord(before(text, from, at)) && !isWord(after(text, end, to))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWord(int point) {
        return Character.isLetterOrDigit(point);
    }

    private static int before(byte[] text, int from, int at) {
        if (at == from || text[at - 1] >= 0) {
            return at == from ? ' ' : text[at - 1];
        }
        int begin = Math.max(from, at - UTF8_MOST);
        String some = new String(text, begin, at - begin, StandardCharsets.UTF_8);
        return some.codePointBefore(some.length());
    }

    private static int after(byte[] text, int end, int to) {
        if (end == to || text[end] >= 0) {
            return end == to ? ' ' : text[end];
        }
        return new String(text, end, Math.min(UTF8_MOST, to - end), StandardCharsets.UTF_8).codePointAt(0);
    }
}
