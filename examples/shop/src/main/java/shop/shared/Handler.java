package shop.shared;

/** Answers requests. */
@FunctionalInterface
public interface Handler {
    Response handle(Request request);
}
