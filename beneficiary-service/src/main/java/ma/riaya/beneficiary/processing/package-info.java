/** The register of processing: for which purposes sensitive fields are read, by whom, and on which authorisation. */
@NullMarked
package ma.riaya.beneficiary.processing;

import org.jspecify.annotations.NullMarked;
