package dev.brummer.config.source;

/** Takes out of a file's text what a terminal would act on. */
final class Printable {
    private Printable() {}

    static String of(String text) {
        StringBuilder printable = null;
        for (int i = 0; i < text.length(); i++) {
            if (isPrintable(text.charAt(i))) {
                continue;
            }
            if (printable == null) {
                printable = new StringBuilder(text);
            }
            printable.setCharAt(i, '\ufffd');
        }
        return printable == null ? text : printable.toString();
    }

    private static boolean isPrintable(char c) {
        // Controls of either set, and the marks that turn the direction of writing.
        return (c >= ' ' && c < '\u007f') || (c > '\u009f' && !(c >= '\u202a' && c <= '\u202e')
                && !(c >= '\u2066' && c <= '\u2069') && c != '\ufeff');
    }
}
