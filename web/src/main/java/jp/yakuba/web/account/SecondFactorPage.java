package jp.yakuba.web.account;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import jp.yakuba.account.api.AccountDesk;
import jp.yakuba.account.api.RegistrationDesk;
import jp.yakuba.account.api.SecondFactorSetup;

/** Behind {@code account-second-factor.xhtml}: sets an authenticator up, shows recovery codes once, takes it off. */
@Named
@RequestScoped
public class SecondFactorPage {
    @Inject
    private AccountDesk accounts;

    @Inject
    private RegistrationDesk desk;

    @Inject
    private Visit visit;

    private SecondFactorSetup setup;
    private List<String> recoveryCodes = List.of();
    private String code;
    private String qrPath;
    private int qrSize;

    /** A fresh secret to be scanned or typed. */
    public void begin() {
        setup = desk.beginSecondFactor();
        draw(setup.address());
    }

    /** Turns it on; the page that follows shows the recovery codes, this once. */
    public void confirm() {
        recoveryCodes = desk.confirmSecondFactor(SignInPage.orEmpty(code), visit.session());
    }

    /** Takes it off. */
    public void remove() {
        desk.removeSecondFactor(SignInPage.orEmpty(code), visit.session());
        visit.go("/account");
    }

    private void draw(String address) {
        try {
            var matrix = new QRCodeWriter().encode(address, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, 2));
            qrSize = matrix.getWidth();
            var path = new StringBuilder();
            for (int y = 0; y < qrSize; y++) {
                for (int x = 0; x < qrSize; x++) {
                    if (matrix.get(x, y)) {
                        path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                    }
                }
            }
            qrPath = path.toString();
        } catch (WriterException tooLong) {
            throw new IllegalStateException("An address of an authenticator fits into a QR code", tooLong);
        }
    }

    public boolean isOn() {
        return recoveryCodes.isEmpty() && accounts.mine().twoFactor();
    }

    /** True before anything is set up. */
    public boolean isBeginning() {
        return !isOn() && setup == null && !isConfirming() && recoveryCodes.isEmpty();
    }

    /** True while the first code is asked: the secret is there, in this answer or in the one before. */
    public boolean isConfirming() {
        return recoveryCodes.isEmpty() && (setup != null || visit.parameter("confirmForm") != null);
    }

    public SecondFactorSetup getSetup() {
        return setup;
    }

    /** The secret in groups of four letters, for typing. */
    public String getSecret() {
        return setup.secret().replaceAll("(.{4})(?=.)", "$1 ");
    }

    public List<String> getRecoveryCodes() {
        return recoveryCodes;
    }

    public String getQrPath() {
        return qrPath;
    }

    public int getQrSize() {
        return qrSize;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
