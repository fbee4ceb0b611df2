package shop.shared;

/** Stands around every handler of a service. What {@code next} returns is final: it throws nothing. */
@FunctionalInterface
public interface Filter {
    Response handle(Request request, Handler next);
}
