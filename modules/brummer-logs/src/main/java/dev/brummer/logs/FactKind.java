package dev.brummer.logs;

import dev.brummer.spi.Fact;

/** The kinds of fact, as frames have them. The codes are part of the format on disk. */
enum FactKind {
    CIRCUIT_BREAKER(1),
    RATE_LIMIT(2),
    REQUEST_STARTED(3),
    REQUEST_ENDED(4),
    MESSAGE_PUBLISHED(5),
    MESSAGE_RECEIVED(6),
    TRACE_STARTED(7),
    TRACE_STEP(8),
    TRACE_ENDED(9),
    SERVICE_REGISTERED(10),
    SERVICE_DEREGISTERED(11),
    SERVICES_DISCOVERED(12),
    MEASURED(13),
    URL_ANNOUNCED(14),
    PORT_TAKEN(15),
    OTHER(16),
    NEW_ERROR(17);

    private static final FactKind[] KINDS = values();

    private final int code;

    FactKind(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    /** @throws IllegalArgumentException if a later version of Brummer wrote it */
    static FactKind of(int code) {
        for (FactKind kind : KINDS) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no kind of fact has the code " + code);
    }

    static FactKind of(Fact fact) {
        return switch (fact) {
            case Fact.CircuitBreaker _ -> CIRCUIT_BREAKER;
            case Fact.RateLimit _ -> RATE_LIMIT;
            case Fact.RequestStarted _ -> REQUEST_STARTED;
            case Fact.RequestEnded _ -> REQUEST_ENDED;
            case Fact.MessagePublished _ -> MESSAGE_PUBLISHED;
            case Fact.MessageReceived _ -> MESSAGE_RECEIVED;
            case Fact.TraceStarted _ -> TRACE_STARTED;
            case Fact.TraceStep _ -> TRACE_STEP;
            case Fact.TraceEnded _ -> TRACE_ENDED;
            case Fact.ServiceRegistered _ -> SERVICE_REGISTERED;
            case Fact.ServiceDeregistered _ -> SERVICE_DEREGISTERED;
            case Fact.ServicesDiscovered _ -> SERVICES_DISCOVERED;
            case Fact.Measured _ -> MEASURED;
            case Fact.UrlAnnounced _ -> URL_ANNOUNCED;
            case Fact.PortTaken _ -> PORT_TAKEN;
            case Fact.NewError _ -> NEW_ERROR;
            case Fact.Other _ -> OTHER;
        };
    }
}
