package dev.brummer.core.text;

/** Takes out of text what a terminal would act on. */
public final class Printable {
    private Printable() {}

    /** The text with U+FFFD for every control character and every mark that turns the direction of writing. */
    public static String of(String text) {
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
