/** Finding plugins, and calling them. */
@org.jspecify.annotations.NullMarked
