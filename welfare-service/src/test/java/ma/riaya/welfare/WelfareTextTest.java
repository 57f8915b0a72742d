package ma.riaya.welfare;

import ma.riaya.testkit.TextConventions;

class WelfareTextTest extends TextConventions {

    WelfareTextTest() {
        super("ma.riaya.welfare");
    }
}
