/**
 * Chosen facts, states and notices, posted in batches as JSON. What cannot be sent waits in a bounded backlog and is
 * tried again; deciding when is {@code Delivery}'s business, talking HTTP is {@code HttpPost}'s.
 */
@NullMarked
package dev.brummer.plugins.webhook;

import org.jspecify.annotations.NullMarked;
