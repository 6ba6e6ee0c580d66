/**
 * Talking to GeoServer's REST interface: addresses, requests, answers, and what its errors mean.
 *
 * <p>Accepted: any GeoServer from 2.22 on. Guarantee: every answer is handed on as it came; what cannot be an answer of
 * a GeoServer becomes one sentence with GeoServer's own message in it. Only requests that read are ever repeated.
 */
@NullMarked
package org.onemap.geoserver.rest;

import org.jspecify.annotations.NullMarked;
