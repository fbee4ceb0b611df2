package dev.brummer.insight.error;

import dev.brummer.logs.query.Unit;

/**
 * A kind of error.
 *
 * @param example the first of them
 */
record Kind(Fingerprint fingerprint, String title, String place, Unit example) {}
