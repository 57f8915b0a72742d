package ma.riaya.office;

import ma.riaya.testkit.TextConventions;

class OfficeTextTest extends TextConventions {

    OfficeTextTest() {
        super("ma.riaya.office");
    }
}
