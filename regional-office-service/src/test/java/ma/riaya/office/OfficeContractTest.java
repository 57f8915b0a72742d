package ma.riaya.office;

import ma.riaya.testkit.PublishedContract;

class OfficeContractTest extends PublishedContract {}
