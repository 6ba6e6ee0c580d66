/**
 * What every endpoint shares: requests with checked parameters, negotiation, links, entity tags, problem details, and
 * the server itself. Only this package knows the HTTP framework.
 *
 * <p>An {@link org.onemap.api.http.Endpoint} is asked through an {@link org.onemap.api.http.Exchange}: it turns text into
 * domain types, throws {@link org.onemap.InvalidInput} or {@link org.onemap.NotFound} where that fails, and answers once.
 * Failures become RFC 9457 problem details by one table, {@code ProblemKind}.
 */
@NullMarked
package org.onemap.api.http;

import org.jspecify.annotations.NullMarked;
