package jp.yakuba.document.gateway;

/** The exchange of documents between bodies (文書交換); until one is connected, nothing leaves on this way. */
public interface DocumentExchange {
    /** True if documents can be sent by it. */
    boolean isConnected();
}
