package jp.yakuba.exchange.service.container;

import jp.yakuba.exchange.api.ExchangeFault;
import jp.yakuba.kernel.VisibleText;

/** A container, or an answer, is not taken: why, in one word for the sender and in some for the operator. */
public class ContainerRefused extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 500;

    private final ExchangeFault fault;

    public ContainerRefused(ExchangeFault fault, String detail) {
        super(line(detail));
        this.fault = fault;
    }

    /** What strangers wrote may stand in it: one line of no great length, of signs that can be seen. */
    private static String line(String detail) {
        var line = VisibleText.of(String.valueOf(detail)).replaceAll("\\s+", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }

    public ExchangeFault fault() {
        return fault;
    }

    /** For operators. */
    public String detail() {
        return getMessage();
    }

    static void require(boolean holds, ExchangeFault fault, String detail) throws ContainerRefused {
        if (!holds) {
            throw new ContainerRefused(fault, detail);
        }
    }
}
