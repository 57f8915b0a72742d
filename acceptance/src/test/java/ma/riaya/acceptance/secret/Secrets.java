package ma.riaya.acceptance.secret;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;

/** Numbers of identity, accounts and illnesses that nobody has, each to be planted once and looked for everywhere. */
public final class Secrets {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int CODE = 12;

    private final Set<String> all = new LinkedHashSet<>();
    private final Deque<String> cins = new ArrayDeque<>();
    private final Deque<String> ribs = new ArrayDeque<>();
    private final Deque<String> illnesses = new ArrayDeque<>();

    public Secrets(int ofEach, long seed) {
        Random random = new Random(seed);
        while (cins.size() < ofEach) {
            keep(cins, "ZQ" + (1_000_000 + random.nextInt(9_000_000)));
        }
        while (ribs.size() < ofEach) {
            keep(ribs, rib(1_000_000_000_000_000L + random.nextLong(8_000_000_000_000_000L)));
        }
        while (illnesses.size() < ofEach) {
            StringBuilder code = new StringBuilder();
            for (int i = 0; i < CODE; i++) {
                code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            keep(illnesses, (random.nextBoolean() ? "سرطان " : "Sclérose ") + code);
        }
    }

    public String cin() {
        return cins.pop();
    }

    public String rib() {
        return ribs.pop();
    }

    public String illness() {
        return illnesses.pop();
    }

    public Collection<String> all() {
        return all;
    }

    /** How many of each kind are still to be planted. */
    public int left() {
        return cins.size() + ribs.size() + illnesses.size();
    }

    public boolean hasCin() {
        return !cins.isEmpty();
    }

    public boolean hasRib() {
        return !ribs.isEmpty();
    }

    public boolean hasIllness() {
        return !illnesses.isEmpty();
    }

    private void keep(Deque<String> kind, String secret) {
        if (all.add(secret)) {
            kind.add(secret);
        }
    }

    private static String rib(long account) {
        String first = "011780" + account;
        long rest = new BigInteger(first + "00").mod(BigInteger.valueOf(97)).longValueExact();
        return first + "%02d".formatted(97 - rest);
    }
}
