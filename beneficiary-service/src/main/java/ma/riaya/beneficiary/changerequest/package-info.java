/** Changes of identity or money: asked by one person, approved by another. */
@NullMarked
package ma.riaya.beneficiary.changerequest;

import org.jspecify.annotations.NullMarked;
