package dev.brummer.insight.request;

/**
 * An id that stands beside a request and was not followed, because too many others share it.
 *
 * @param kind what it is an id of
 * @param requests how many other requests it stands beside
 */
public record LeftOut(String kind, String value, int requests) {}
