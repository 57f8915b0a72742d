package ma.riaya.welfare;

import ma.riaya.testkit.CodeConventions;

class WelfareCodeTest extends CodeConventions {

    WelfareCodeTest() {
        super("ma.riaya.welfare");
    }
}
