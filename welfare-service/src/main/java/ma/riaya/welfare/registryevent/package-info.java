/** What the registry of people tells of its changes: kept once, shown beside requests, and heeded before money moves. */
@NullMarked
package ma.riaya.welfare.registryevent;

import org.jspecify.annotations.NullMarked;
