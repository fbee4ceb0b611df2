/**
 * Finds the ids of requests in lines as people write them, and the ids of orders, users and jobs that link lines to
 * requests. Most lines are known to hold none after one look at their bytes.
 */
@NullMarked
package dev.brummer.insight.id;

import org.jspecify.annotations.NullMarked;
