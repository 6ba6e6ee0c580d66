/** Whether the process lives and whether it can answer: what a supervisor or a load balancer asks. */
@NullMarked
package org.onemap.api.health;

import org.jspecify.annotations.NullMarked;
