package dev.brummer.cli.prompt;

import dev.brummer.cli.prompt.SlashCommand.Reply;
import dev.brummer.core.text.Printable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.time.Instant;
import org.jline.reader.EndOfFileException;
import org.jline.reader.MaskingCallback;
import org.jline.reader.UserInterruptException;
import org.jspecify.annotations.Nullable;

/** Reads line after line and answers. For the prompt's thread. */
final class Conversation {
    private static final String QUIT = "/quit";
    private static final String EMPTY_SCREEN = "\u001b[H\u001b[2J";

    private final LineEditor editor;
    private final ForegroundKeys keys;
    private final Dialogue dialogue;
    private final HistoryFile history;
    private final Screen screen;
    private boolean kept = true;

    Conversation(LineEditor editor, ForegroundKeys keys, Dialogue dialogue, HistoryFile history, Screen screen) {
        this.editor = editor;
        this.keys = keys;
        this.dialogue = dialogue;
        this.history = history;
        this.screen = screen;
    }

    /**
     * Returns when there is nobody to type any more.
     *
     * @throws IOException if there is nobody to read any more
     */
    void run() throws IOException {
        recall();
        for (String line = read(); line != null; line = read()) {
            if (!dialogue.hasAsked()) {
                keep(line);
            }
            draw(line, dialogue.answer(line));
        }
    }

    private @Nullable String read() {
        try {
            int columns = screen.sizeOrUsual().columns();
            String label = Label.of(dialogue.filters(), columns, screen.colour());
            return clean(editor.readLine(label, null, (MaskingCallback) null, null));
        } catch (EndOfFileException e) {
            return keys.ended() ? null : QUIT;
        } catch (UserInterruptException e) {
            // Ctrl-C is a signal, but not on a terminal whose user has switched that off.
            return QUIT;
        }
    }

    /** What is pasted may hold line ends, and what a terminal would act on. */
    private static String clean(String typed) {
        return Printable.of(typed.replace('\n', ' ').replace('\t', ' '));
    }

    private void recall() throws IOException {
        try {
            for (String line : history.load()) {
                editor.getHistory().add(Instant.EPOCH, line);
            }
        } catch (IOException e) {
            forgets(e);
        }
    }

    private void keep(String line) throws IOException {
        try {
            if (kept) {
                history.add(line);
            }
        } catch (IOException e) {
            forgets(e);
        }
    }

    private void forgets(IOException e) throws IOException {
        kept = false;
        draw("what is typed here is forgotten at the end: " + reason(e) + "\n");
    }

    private static String reason(IOException e) {
        return (e instanceof AccessDeniedException ? "no permission to write " : "") + e.getMessage();
    }

    private void draw(String line, Reply reply) throws IOException {
        switch (reply) {
            case Reply.Text(String lines) when lines.isEmpty() -> {}
            case Reply.Text(String lines) -> drawBelow(line.strip(), lines);
            case Reply.Fault(String part, String pointer) -> drawBelow(part, " ".repeat(Label.SIGN.length()) + pointer);
            case Reply.Question(String text, _) -> drawBelow(line.strip(), text);
            case Reply.EmptyScreen() -> draw(EMPTY_SCREEN);
        }
    }

    private void drawBelow(String typed, String lines) throws IOException {
        String echo = Label.SIGN + typed;
        draw((screen.colour() ? "\u001b[2m" + echo + "\u001b[0m" : echo) + "\n" + lines + "\n");
    }

    private void draw(String text) throws IOException {
        editor.above(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }
}
