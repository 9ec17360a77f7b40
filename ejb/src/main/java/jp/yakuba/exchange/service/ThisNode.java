package jp.yakuba.exchange.service;

/** The server that this program runs in, by the name that no other server of the cluster bears. */
final class ThisNode {
    static final String NAME = System.getProperty("jboss.node.name", "node");

    private ThisNode() {}
}
