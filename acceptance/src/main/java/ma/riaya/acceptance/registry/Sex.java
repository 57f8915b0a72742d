package ma.riaya.acceptance.registry;

enum Sex {
    F,
    M;

    Sex other() {
        return this == F ? M : F;
    }
}
