/**
 * Puts together what belongs to one request: the lines of all services that name it, those that know only what it is
 * about, and those that nothing else can explain; and how long what took.
 */
@NullMarked
package dev.brummer.insight.request;

import org.jspecify.annotations.NullMarked;
