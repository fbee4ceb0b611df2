package dev.brummer.process;

/**
 * Reads a row of the process table, proc_pid_stat(5), byte by byte: rows as text would be the larger part of what watching
 * costs. The command in parentheses may hold anything, so fields count from the last one.
 */
final class StatRow {
    private static final int BETWEEN_SESSION_AND_TIMES = 7;
    private static final int BETWEEN_TIMES_AND_START = 4;

    private final byte[] row;
    private final int length;
    private int at;

    private StatRow(byte[] row, int length) {
        this.row = row;
        this.length = length;
    }

    /** @param row of which the first {@code length} bytes count */
    static ProcessEntry parse(byte[] row, int length) {
        StatRow fields = new StatRow(row, length);
        long pid = fields.number();
        fields.at = lastParenthesis(row, length) + 2;
        boolean zombie = row[fields.at] == 'Z' || row[fields.at] == 'X';
        fields.skip(1);
        long parent = fields.number();
        long group = fields.number();
        long session = fields.number();
        fields.skip(BETWEEN_SESSION_AND_TIMES);
        long ownTicks = fields.number() + fields.number();
        long childTicks = fields.number() + fields.number();
        fields.skip(BETWEEN_TIMES_AND_START);
        long start = fields.number();
        fields.skip(1);
        var cost = new ProcessEntry.Cost(ownTicks, childTicks, fields.number());
        return new ProcessEntry(pid, parent, group, session, start, zombie, cost);
    }

    private static int lastParenthesis(byte[] row, int length) {
        int last = length - 1;
        while (row[last] != ')') {
            last--;
        }
        return last;
    }

    private long number() {
        long number = 0;
        for (; at < length && row[at] >= '0' && row[at] <= '9'; at++) {
            number = number * 10 + row[at] - '0';
        }
        at++;
        return number;
    }

    private void skip(int fields) {
        for (int left = fields; left > 0 && at < length; at++) {
            if (row[at] == ' ') {
                left--;
            }
        }
    }
}
