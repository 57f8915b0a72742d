package ma.riaya.beneficiary.name;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A table beside the code: sections in brackets, lines that begin with their kind, comments after {@code #}. */
final class NameData {

    private final Map<String, List<String>> sections = new HashMap<>();

    private NameData() {}

    static NameData read(String resource) {
        NameData data = new NameData();
        String section = "";
        for (String line : lines(resource)) {
            if (line.startsWith("[")) {
                section = line.substring(1, line.indexOf(']'));
            } else {
                data.sections
                        .computeIfAbsent(section, name -> new ArrayList<>())
                        .add(line);
            }
        }
        return data;
    }

    static List<String> lines(String resource) {
        try (InputStream in =
                Objects.requireNonNull(NameData.class.getResourceAsStream(resource), "resource " + resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    interface Pair {
        void take(String name, double value);
    }

    /** Every {@code name=value} of the lines of one kind. */
    void pairs(String section, String kind, Pair into) {
        for (String line : sections.getOrDefault(section, List.of())) {
            String[] fields = line.split(" ");
            for (int i = 1; fields[0].equals(kind) && i < fields.length; i++) {
                int sign = fields[i].lastIndexOf('=');
                into.take(fields[i].substring(0, sign), Double.parseDouble(fields[i].substring(sign + 1)));
            }
        }
    }
}
