package jp.yakuba.signature.api;

/** No proof was to be had, and why. */
public class ProofFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProofFault fault;

    public ProofFailed(ProofFault fault, Throwable cause) {
        super(fault.name(), cause);
        this.fault = fault;
    }

    public ProofFault fault() {
        return fault;
    }
}
