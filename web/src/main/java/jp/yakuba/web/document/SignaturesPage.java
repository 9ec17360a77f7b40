package jp.yakuba.web.document;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import jp.yakuba.document.api.CheckedSignature;
import jp.yakuba.document.api.OfficeSignatureDesk;
import jp.yakuba.signature.api.SignatureVerdict;
import jp.yakuba.web.shell.Pages;

/** Behind {@code office/signatures.xhtml}: the signatures of what went out under one record, checked when the page is opened. */
@Named
@RequestScoped
public class SignaturesPage {
    @Inject
    private OfficeSignatureDesk desk;

    @Inject
    private HttpServletRequest request;

    private List<CheckedSignature> checked;

    /** Checks them, so that a wrong address is told before anything is drawn. */
    public void open() {
        checked = desk.check(Pages.id(String.valueOf(request.getParameter("record"))));
    }

    public List<CheckedSignature> getChecked() {
        return checked;
    }

    /** The record they belong to. */
    public String getRecord() {
        return request.getParameter("record");
    }

    /** The sign of a verdict. */
    public String codeOf(SignatureVerdict verdict) {
        return verdict == SignatureVerdict.VALID ? "done" : verdict == SignatureVerdict.UNKNOWN ? "wait" : "stop";
    }
}
