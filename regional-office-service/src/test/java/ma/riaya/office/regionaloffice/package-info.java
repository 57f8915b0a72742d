@NullMarked
package ma.riaya.office.regionaloffice;

import org.jspecify.annotations.NullMarked;
