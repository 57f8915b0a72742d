package ma.riaya.acceptance.bench.shield;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** A person invented at random, so that whoever is entered and whoever is not are of one kind. */
record Someone(String id, String family, String given, String cin, String matricule, String rib) {

    private static final String[] SYLLABLES = {
        "ba", "ri", "zou", "ka", "mi", "la", "dra", "fou", "sa", "ne", "to", "hi", "wa", "ghe", "mou", "cha"
    };
    private static final int LETTERS = 26;

    static Someone invented(Random random) {
        long first = random.nextLong(1_000_000_000L);
        return new Someone(
                new UUID(
                                (System.currentTimeMillis() << 16) | 0x7000L | random.nextInt(0x1000),
                                random.nextLong() | Long.MIN_VALUE)
                        .toString(),
                word(random, 4),
                word(random, 3),
                "" + letter(random) + letter(random) + (100_000 + random.nextInt(900_000)),
                Integer.toString(10_000_000 + random.nextInt(90_000_000)),
                rib(first));
    }

    Someone known(String known) {
        return new Someone(known, family, given, cin, matricule, rib);
    }

    String name() {
        return given + " " + family;
    }

    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("familyNameAr", "بنسعيد");
        body.put("givenNameAr", "منى");
        body.put("familyNameLatin", family);
        body.put("givenNameLatin", given);
        body.put("sex", "F");
        body.put("birthDate", "1970-01-01");
        body.put("cin", cin);
        body.put("matricule", matricule);
        body.put("office", "RAB");
        return body;
    }

    private static char letter(Random random) {
        return (char) ('A' + random.nextInt(LETTERS));
    }

    private static String word(Random random, int syllables) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return word.toString();
    }

    private static String rib(long account) {
        String first = "011780%016d".formatted(account);
        long rest = new BigInteger(first + "00").mod(BigInteger.valueOf(97)).longValueExact();
        return first + "%02d".formatted(97 - rest);
    }
}
