package dev.brummer.cli.prompt;

import java.io.IOException;
import java.util.Objects;
import org.jline.keymap.KeyMap;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.Reference;
import org.jline.reader.impl.DefaultParser;

/** Makes a line editor that suits a prompt below a stream. */
class EditorSetup {
    private final Screen screen;
    private final String terminalType;
    private final SlashCommands commands;

    /** @param terminalType as {@code TERM} says it */
    EditorSetup(Screen screen, String terminalType, SlashCommands commands) {
        this.screen = screen;
        this.terminalType = terminalType;
        this.commands = commands;
    }

    LineEditor make(ForegroundKeys keys) throws IOException {
        Drawing drawing = new Drawing(screen);
        LineEditor editor = new LineEditor(new HeldTerminal(terminalType, keys, drawing, screen), drawing);
        editor.setParser(new DefaultParser().escapeChars(null).quoteChars(new char[0]));
        editor.setCompleter(new Completion(commands));
        // What was typed is in the stream's way; what came of it is told instead.
        editor.option(Option.ERASE_LINE_ON_FINISH, true);
        editor.option(Option.DISABLE_EVENT_EXPANSION, true);
        editor.option(Option.CASE_INSENSITIVE, true);
        editor.option(Option.CASE_INSENSITIVE_SEARCH, true);
        // On an empty line Ctrl-D ends it; on another it takes a character away, and lists nothing.
        Objects.requireNonNull(editor.getKeyMaps().get(LineReader.MAIN))
                .bind(new Reference(LineReader.DELETE_CHAR), KeyMap.ctrl('D'));
        // It would want a full-screen editor, which is not part of this.
        editor.getWidgets().put(LineReader.EDIT_AND_EXECUTE_COMMAND, () -> false);
        return editor;
    }
}
