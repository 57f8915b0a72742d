package ma.riaya.office;

import ma.riaya.testkit.CodeConventions;

class OfficeCodeTest extends CodeConventions {

    OfficeCodeTest() {
        super("ma.riaya.office");
    }
}
