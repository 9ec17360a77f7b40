package jp.yakuba.portal.api;

import jp.yakuba.kernel.Problem;

/** Every way the portal's desks say no. */
public enum PortalProblem implements Problem {
    NO_SUCH_GUIDE("POR-001", 404);

    private final String code;
    private final int httpStatus;

    PortalProblem(String code, int httpStatus) {
        this.code = code;
        this.httpStatus = httpStatus;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int httpStatus() {
        return httpStatus;
    }
}
