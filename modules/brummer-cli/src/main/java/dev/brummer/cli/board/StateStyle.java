package dev.brummer.cli.board;

import dev.brummer.insight.report.Paint;
import dev.brummer.insight.report.Table.Cell;
import dev.brummer.spi.ServiceState;
import java.util.Optional;

/** How loud a state is. */
final class StateStyle {
    private StateStyle() {}

    /** Empty for what is as it should be. */
    static Optional<Paint.Style> of(ServiceState state) {
        return switch (state) {
            case FAILED -> Optional.of(Paint.Style.ERROR);
            case UNHEALTHY, BACKING_OFF -> Optional.of(Paint.Style.WARNING);
            case PENDING, WAITING, STOPPED, DISABLED -> Optional.of(Paint.Style.QUIET);
            case STARTING, READY, STOPPING, COMPLETED -> Optional.empty();
        };
    }

    static Cell cell(ServiceState state, Paint paint) {
        return new Cell(state.word(), text -> of(state).map(style -> paint.styled(style, text)).orElse(text));
    }
}
