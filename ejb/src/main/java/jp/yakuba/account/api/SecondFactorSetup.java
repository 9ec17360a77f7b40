package jp.yakuba.account.api;

/** What an authenticator needs: the secret in Base32 for typing, and the otpauth address for the QR code. */
public record SecondFactorSetup(String secret, String address) {
    @Override
    public String toString() {
        return "SecondFactorSetup[]";
    }
}
