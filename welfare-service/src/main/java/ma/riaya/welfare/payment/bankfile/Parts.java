package ma.riaya.welfare.payment.bankfile;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is read of one element that holds others; what may stand there once is refused where it comes again. */
final class Parts {

    private final Set<String> once;
    private final Set<String> firstOfMany;
    private final Map<String, Element> parts = new HashMap<>();

    /** Takes the paths named and no other; of the second kind a message may have several, and the first counts. */
    Parts(Set<String> once, Set<String> firstOfMany) {
        this.once = once;
        this.firstOfMany = firstOfMany;
    }

    void take(String path, Element part) {
        if (once.contains(path)) {
            if (parts.putIfAbsent(path, part) != null) {
                throw part.unexpected();
            }
        } else if (firstOfMany.contains(path)) {
            parts.putIfAbsent(path, part);
        }
    }

    boolean has(String path) {
        return parts.containsKey(path);
    }

    @Nullable
    Element get(String path) {
        return parts.get(path);
    }

    /** The part, without which the whole is refused. */
    Element required(String path, Element whole) {
        Element part = parts.get(path);
        if (part == null) {
            throw whole.lacks(path);
        }
        return part;
    }

    /** The first of these that says something. */
    @Nullable
    String code(String... paths) {
        for (String path : paths) {
            Element part = parts.get(path);
            String code = part == null ? null : part.code();
            if (code != null) {
                return code;
            }
        }
        return null;
    }

    /** The code, without which the whole is refused. */
    String requiredCode(String path, Element whole) {
        String code = required(path, whole).code();
        if (code == null) {
            throw whole.lacks(path);
        }
        return code;
    }
}
