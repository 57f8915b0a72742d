package ma.riaya.beneficiary.name;

import java.util.List;

/** Which letters lie side by side under the fingers, on the keyboards of Morocco: AZERTY, QWERTY and the Arabic one. */
final class Keyboard {

    private static final List<List<String>> LAYOUTS = List.of(
            List.of("azertyuiop", "qsdfghjklm", "wxcvbn"),
            List.of("qwertyuiop", "asdfghjkl", "zxcvbnm"),
            List.of("ضصثقفغعهخحجد", "شسيبلاتنمكط", "ئءؤرىةوزظ"));

    /** Written alike but for a dot or a stroke. */
    private static final List<String> ALIKE = List.of("بتثنيى", "جحخ", "دذ", "رز", "سش", "صض", "طظ", "عغ", "فق", "هة");

    private static final String VOWELS = "aeiouy";

    private Keyboard() {}

    /** Side by side on a row, above each other, or alike in writing; vowels are mistaken for each other anyway. */
    static boolean areNear(char one, char other) {
        return (VOWELS.indexOf(one) >= 0 && VOWELS.indexOf(other) >= 0)
                || ALIKE.stream().anyMatch(letters -> letters.indexOf(one) >= 0 && letters.indexOf(other) >= 0)
                || LAYOUTS.stream().anyMatch(rows -> areNear(rows, one, other));
    }

    private static boolean areNear(List<String> rows, char one, char other) {
        for (int row = 0; row < rows.size(); row++) {
            int at = rows.get(row).indexOf(one);
            for (int next = Math.max(0, row - 1); at >= 0 && next <= Math.min(row + 1, rows.size() - 1); next++) {
                int there = rows.get(next).indexOf(other);
                if (there >= 0 && Math.abs(at - there) <= 1) {
                    return true;
                }
            }
        }
        return false;
    }
}
