package ma.riaya.welfare;

import ma.riaya.testkit.PublishedContract;

class WelfareContractTest extends PublishedContract {}
