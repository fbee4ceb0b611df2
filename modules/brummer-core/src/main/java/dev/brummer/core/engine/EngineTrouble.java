package dev.brummer.core.engine;

/** What an engine tells of itself, beside its runs. Called from any thread; must neither block nor throw anything. */
public interface EngineTrouble {
    /** Something is not as it should be: what happened and what it means, in words for a person. */
    void began(String what);

    /** What had begun is over. */
    void ended(String what);

    /**
     * A fault of the engine's own; it goes on.
     *
     * @param doing what it could not do, in words that follow "while"
     */
    void broke(String doing, Throwable fault);
}
