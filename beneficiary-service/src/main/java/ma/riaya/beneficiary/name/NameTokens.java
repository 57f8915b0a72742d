package ma.riaya.beneficiary.name;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a name is found by, as {@code person_name.tokens} keeps it. */
final class NameTokens {

    /** Before a word as written, to tell it from a skeleton. */
    static final String AS_WRITTEN = "=";

    private NameTokens() {}

    static Set<String> of(PersonName name) {
        Set<String> tokens = new LinkedHashSet<>();
        parts(name).forEach(part -> {
            List<Word> words = Word.split(part);
            for (int i = 0; i < words.size(); i++) {
                tokens.add(AS_WRITTEN + words.get(i).text());
                tokens.addAll(Skeleton.of(words.get(i)));
                Skeleton.joined(words, i).forEach(tokens::addAll);
            }
        });
        return tokens;
    }

    /** The distinct words of a name, as {@code name_word} keeps them. */
    static Set<String> words(PersonName name) {
        Set<String> words = new LinkedHashSet<>();
        parts(name).forEach(part -> Word.split(part).forEach(word -> words.add(word.text())));
        return words;
    }

    private static Stream<String> parts(PersonName name) {
        return Stream.of(name.givenAr(), name.familyAr(), name.givenLatin(), name.familyLatin());
    }
}
