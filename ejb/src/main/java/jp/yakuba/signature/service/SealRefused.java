package jp.yakuba.signature.service;

import jp.yakuba.signature.api.SealFault;

/** A signature in XML is not of the form that is taken. */
final class SealRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final SealFault fault;

    SealRefused(SealFault fault, String detail) {
        super(detail);
        this.fault = fault;
    }

    SealFault fault() {
        return fault;
    }
}
