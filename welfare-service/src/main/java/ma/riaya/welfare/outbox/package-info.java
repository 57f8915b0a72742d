/** What has to leave the service: decided in a transaction, delivered after it, at least once. */
@NullMarked
package ma.riaya.welfare.outbox;

import org.jspecify.annotations.NullMarked;
