package dev.brummer.cli.prompt;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.brummer.process.TerminalSize;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Sized;
import org.jline.terminal.impl.AbstractTerminal;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;
import org.jline.utils.InfoCmp;
import org.jline.utils.NonBlocking;
import org.jline.utils.NonBlockingInputStream;
import org.jline.utils.NonBlockingReader;
import org.jspecify.annotations.Nullable;

/**
 * A terminal for the line editor whose mode is somebody else's business: it stays key by key between two lines, so that
 * nothing typed then is echoed into the stream.
 */
final class HeldTerminal extends AbstractTerminal {
    private static final String USUAL = "xterm-256color";

    private final Screen screen;
    private final NonBlockingInputStream input;
    private final NonBlockingReader reader;
    private final OutputStream output;
    private final PrintWriter writer;
    private final Attributes attributes = new Attributes();

    /** @param type as {@code TERM} says it */
    HeldTerminal(String type, InputStream keys, Drawing drawing, Screen screen) throws IOException {
        super("prompt", known(type), UTF_8, SignalHandler.SIG_IGN);
        this.screen = screen;
        this.input = NonBlocking.nonBlocking(name, keys);
        this.reader = NonBlocking.nonBlocking(name, input, UTF_8);
        this.output = drawing;
        this.writer = new PrintWriter(new OutputStreamWriter(drawing, UTF_8));
        attributes.setControlChar(Attributes.ControlChar.VEOF, 'D' - '@');
        attributes.setControlChar(Attributes.ControlChar.VINTR, 'C' - '@');
        parseInfoCmp();
    }

    // Asking infocmp(1) for other types would start a program. They all understand what an editor of one line needs.
    private static String known(String type) {
        String like = InfoCmp.getDefaultInfoCmp(type) == null ? USUAL : type;
        InfoCmp.setLoadedInfoCmp(like, InfoCmp.getDefaultInfoCmp(like));
        return like;
    }

    @Override
    public NonBlockingReader reader() {
        return reader;
    }

    @Override
    public PrintWriter writer() {
        return writer;
    }

    @Override
    public InputStream input() {
        return input;
    }

    @Override
    public OutputStream output() {
        return output;
    }

    /** There is no mouse here, so that a person can select and copy as always. */
    @Override
    public boolean trackMouse(MouseTracking tracking) {
        return false;
    }

    @Override
    public Attributes enterRawMode() {
        return getAttributes();
    }

    @Override
    public Attributes getAttributes() {
        return new Attributes(attributes);
    }

    @Override
    public void setAttributes(Attributes given) {
        // Somebody else's business, as the class says.
    }

    @Override
    public Size getSize() {
        TerminalSize size = screen.sizeOrUsual();
        return Size.of(size.columns(), size.rows());
    }

    @Override
    public void setSize(Sized size) {
        throw new UnsupportedOperationException("the size of a terminal is its user's choice");
    }

    @Override
    public @Nullable TerminalProvider getProvider() {
        return null;
    }

    @Override
    public SystemStream getSystemStream() {
        return SystemStream.Output;
    }
}
