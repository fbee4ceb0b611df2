/** The one door for clients: request ids, rate limits, tokens, traces. */
package shop.gateway;
