package ma.riaya.beneficiary.name;

import java.text.Normalizer;

/** The letters and marks of a script, as names have them; the database knows the same ranges ({@code V053}). */
enum Letters {
    ARABIC {
        @Override
        boolean isLetter(int one) {
            return isIn(one, 0x621, 0x63A)
                    || isIn(one, 0x641, 0x64A)
                    || isIn(one, 0x66E, 0x66F)
                    || isIn(one, 0x671, 0x6D3)
                    || one == 0x6D5
                    || isIn(one, 0x6EE, 0x6EF)
                    || isIn(one, 0x6FA, 0x6FC)
                    || one == 0x6FF
                    || isIn(one, 0x750, 0x77F);
        }

        @Override
        boolean isMark(int one) {
            return isIn(one, 0x64B, 0x655) || one == 0x670;
        }

        @Override
        String ofScript(int one) {
            if (one == TATWEEL) {
                return "";
            }
            boolean isForm = isIn(one, 0xFB50, 0xFDFF) || isIn(one, 0xFE70, 0xFEFC);
            if (!isForm) {
                return Character.toString(one);
            }
            String plain = Normalizer.normalize(Character.toString(one), Normalizer.Form.NFKC);
            boolean isMarkOnItsSeat = plain.charAt(0) == ' ' || plain.charAt(0) == TATWEEL;
            return isMarkOnItsSeat ? plain.substring(1) : plain;
        }
    },

    LATIN {
        @Override
        boolean isLetter(int one) {
            return isIn(one, 'A', 'Z')
                    || isIn(one, 'a', 'z')
                    || isIn(one, 0xC0, 0xD6)
                    || isIn(one, 0xD8, 0xF6)
                    || isIn(one, 0xF8, 0x24F)
                    || isIn(one, 0x1E00, 0x1EFF);
        }

        @Override
        boolean isMark(int one) {
            return isIn(one, 0x300, 0x36F);
        }

        @Override
        String ofScript(int one) {
            return isIn(one, 0xFB00, 0xFB06)
                    ? Normalizer.normalize(Character.toString(one), Normalizer.Form.NFKC)
                    : Character.toString(one);
        }
    };

    /** A stroke that stretches a word on the line, and no letter. */
    private static final int TATWEEL = 0x640;

    abstract boolean isLetter(int one);

    abstract boolean isMark(int one);

    /** The character as the script writes it plainly: its forms for print become letters again. */
    abstract String ofScript(int one);

    /** Every blank is a blank, every hyphen a hyphen; the rest as its script writes it. */
    String plain(int one) {
        if (Character.getType(one) == Character.SPACE_SEPARATOR) {
            return " ";
        }
        return one == 0x2010 || one == 0x2011 ? "-" : ofScript(one);
    }

    private static boolean isIn(int one, int first, int last) {
        return one >= first && one <= last;
    }
}
