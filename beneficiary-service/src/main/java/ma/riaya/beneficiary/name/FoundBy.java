package ma.riaya.beneficiary.name;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a person is found by under a name, as {@code person_name} and {@code name_word} keep it.
 *
 * @param keys the numbers, as PostgreSQL writes an array
 * @param born the number shared with those of one year of birth and much the same name
 * @param words the distinct words
 * @param method how the numbers were made
 */
public record FoundBy(String keys, int born, Set<String> words, int method) {

    public static FoundBy of(PersonName name, LocalDate birthDate) {
        return new FoundBy(
                NameKeys.of(name).stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")),
                NameKeys.born(name, birthDate),
                NameKeys.words(name),
                NameKeys.METHOD);
    }

    /** A name is never logged. */
    @Override
    public String toString() {
        return "found by";
    }
}
