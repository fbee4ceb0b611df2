/**
 * What every service of the shop shares: the life of a process, HTTP on both sides, request ids, log lines, the
 * circuit breaker, the rate limiter, the database and the message broker.
 */
package shop.shared;
