package jp.yakuba.bench;

/** One kind of work that a client does again and again; each client has its own and uses it from one thread. */
@FunctionalInterface
interface Work {
    /** Does it once, that is one request; throws when the answer was not the one wanted. */
    void doOnce() throws Exception;
}
