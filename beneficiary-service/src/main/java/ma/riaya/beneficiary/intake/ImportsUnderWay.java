package ma.riaya.beneficiary.intake;

import jakarta.inject.Singleton;

/** Says whether files are being taken in: what can wait lets them have the machine. */
@Singleton
public class ImportsUnderWay {

    private final ImportJobs jobs;

    ImportsUnderWay(ImportJobs jobs) {
        this.jobs = jobs;
    }

    public boolean any() {
        return jobs.next().isPresent();
    }
}
